//! Whoever asks.

/// Whoever asks: nobody, a signed-in user, or the service role.
#[derive(Debug, Default)]
pub struct Auth {}
