//! Does one piece of work, for a tool that counts instructions:
//! `once ours 1000 3` prints 1,000 tables three times.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |index: usize| arguments.get(index).and_then(|text| text.parse().ok());
    let done = match (arguments.first(), number(1), number(2)) {
        (Some(name), Some(size), Some(times)) => models_benches::work::run(name, size, times),
        _ => None,
    };
    match done {
        Some(size) => {
            println!("{size}");
            ExitCode::SUCCESS
        }
        None => ExitCode::FAILURE,
    }
}
