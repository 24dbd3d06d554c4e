//! What every server needs for itself: a port, and a folder name.

use std::net::{Ipv4Addr, TcpListener};
use std::time::SystemTime;

use crate::error::{Context, Result};

/// A free port, as the system gives it. Another program may take it before the
/// server does.
pub(super) fn free_port() -> Result<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .context(|| "no free port")
}

/// A folder name that no other run uses.
pub(super) fn unique(name: &str) -> String {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    format!("{name}-{}-{}", std::process::id(), now.as_nanos())
}

#[cfg(test)]
mod tests {
    use super::unique;

    #[test]
    fn no_two_servers_share_a_folder() {
        assert_ne!(unique("18"), unique("18"));
    }
}
