//! What comes of a request.

use std::fmt;

use serde_json::Value;

/// What the rules said to a request.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub enum Outcome {
    /// They allowed it; with the answer, in the REST interface's form.
    Allowed(Value),
    /// They denied it; with the emulator's message, which names the line of
    /// each condition and the error in it, if any.
    Denied(String),
}

/// Anything else that came of a request: it was no question of the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The status of the answer, such as 404; 0 when there was none.
    pub status: u16,
    /// What the emulator said, or what happened to the connection.
    pub message: String,
}

impl Outcome {
    /// Whether the rules allowed the request.
    pub fn is_allowed(&self) -> bool {
        matches!(self, Self::Allowed(_))
    }

    /// The answer to a request that the rules must allow.
    pub fn allowed(self) -> Value {
        match self {
            Self::Allowed(answer) => answer,
            Self::Denied(message) => panic!("denied: {message}"),
        }
    }

    /// The message about a request that the rules must deny.
    pub fn denied(self) -> String {
        match self {
            Self::Denied(message) => message,
            Self::Allowed(answer) => panic!("allowed: {answer}"),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} (status {})", self.message, self.status)
    }
}

impl std::error::Error for Error {}
