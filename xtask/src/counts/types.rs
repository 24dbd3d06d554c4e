//! The types that a reader has to know.

use std::collections::BTreeMap;

use super::source::Source;

/// The name of each struct, enum, union and trait, and of each `type` outside
/// traits and their implementations.
pub(super) fn names(sources: &[Source]) -> Vec<String> {
    let sources = sources.iter().filter(|source| !source.is_test);
    sources.flat_map(|source| of(&source.tokens)).collect()
}

fn of(tokens: &[String]) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth = depth.saturating_sub(1),
            "struct" | "enum" | "union" | "trait" => names.extend(name_at(tokens, at + 1)),
            // Deeper, it belongs to a trait.
            "type" if depth == 0 => names.extend(name_at(tokens, at + 1)),
            _ => {}
        }
    }
    names
}

/// A name, and not `$name` in a macro.
fn name_at(tokens: &[String], at: usize) -> Option<String> {
    let name = tokens.get(at)?;
    name.starts_with(char::is_uppercase).then(|| name.clone())
}

/// How many names there are more than once, and which.
pub(super) fn repeated(names: &[String]) -> String {
    let mut times = BTreeMap::<&str, usize>::new();
    for name in names {
        *times.entry(name).or_default() += 1;
    }
    let repeated: Vec<&str> =
        times.into_iter().filter(|(_, times)| *times > 1).map(|(name, _)| name).collect();
    if repeated.is_empty() {
        return "0".to_owned();
    }
    format!("{} ({})", repeated.len(), repeated.join(", "))
}

#[cfg(test)]
mod tests {
    use super::super::source::Source;
    use super::{names, repeated};

    #[test]
    fn types_are_counted_by_name() {
        let text = "struct A; enum B { C } trait D { type E; } type F = u8; struct A;
                    macro_rules! m { () => { struct $name; } }";
        let names = names(&[Source::new("x.rs".into(), text)]);
        assert_eq!(names, ["A", "B", "D", "F", "A"]);
        assert_eq!(repeated(&names), "1 (A)");
    }
}
