//! Whether an emulator answers.

use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

/// How long an emulator that is up may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Whether something at `host:port` answers as an emulator does.
pub(crate) fn is_there(address: &str) -> bool {
    ask(address).unwrap_or(false)
}

fn ask(address: &str) -> io::Result<bool> {
    let addresses: Vec<_> = address.to_socket_addrs()?.collect();
    let mut stream = TcpStream::connect(addresses.as_slice())?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let request = format!("GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    // Google's leaves the connection open, so the end of the answer is not to
    // be waited for.
    let (mut answer, mut part) = (Vec::new(), [0; 1024]);
    while answer.len() < 4 * part.len() {
        let length = stream.read(&mut part)?;
        answer.extend_from_slice(&part[..length]);
        if length == 0 || is_an_emulators(&answer) {
            break;
        }
    }
    Ok(is_an_emulators(&answer))
}

/// Emulators answer `Ok` at their root.
fn is_an_emulators(answer: &[u8]) -> bool {
    let answer = String::from_utf8_lossy(answer);
    let good = answer.starts_with("HTTP/1.1 200") || answer.starts_with("HTTP/1.0 200");
    good && answer.split_once("\r\n\r\n").is_some_and(|(_, body)| body.trim() == "Ok")
}

#[cfg(test)]
mod tests {
    use super::{is_an_emulators, is_there};

    #[test]
    fn another_server_is_no_emulator() {
        assert!(is_an_emulators(b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nOk\n"));
        assert!(!is_an_emulators(b"HTTP/1.1 404 Not Found\r\n\r\nOk"));
        assert!(!is_an_emulators(b"HTTP/1.1 200 OK\r\n\r\n<html>"));
        assert!(!is_there("127.0.0.1:1"));
    }
}
