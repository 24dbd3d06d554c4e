//! What every server needs for itself: a port, and a name of its own.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::SystemTime;

use crate::error::{Context, Result};

/// A free port, as the system gives it. Another program may take it before the
/// server does.
pub(crate) fn free_port() -> Result<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .context(|| "no free port")
}

/// A name that nothing else uses, in this run or another.
pub(crate) fn unique(name: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("{name}-{}-{}-{next}", std::process::id(), now.as_nanos())
}

#[cfg(test)]
mod tests {
    use super::unique;

    #[test]
    fn no_two_servers_share_a_folder() {
        assert_ne!(unique("18"), unique("18"));
    }
}
