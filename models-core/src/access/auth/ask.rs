//! What a rule asks of whoever asks.

use chrono::{DateTime, Utc};

use super::{Auth, Subject, Who};
use crate::access::{Caller, ClaimValue, Truth};
use crate::auth::User;
use crate::model::Model;
use crate::types::Id;

/// What a rule asks.
impl Auth {
    /// The user's id; nobody and the service role have none, nor has a user
    /// whose id is no UUID: see [`subject`](Self::subject).
    #[must_use]
    pub fn uid(&self) -> Option<Id<User>> {
        self.subject().and_then(Subject::id)
    }

    /// The user's id in whatever form it has: what `auth.uid()` means in a rule.
    #[must_use]
    pub fn subject(&self) -> Option<&Subject> {
        match &self.who {
            Who::User(subject) => Some(subject),
            Who::Nobody | Who::Service => None,
        }
    }

    /// `anon`, `authenticated` or `service_role`.
    #[must_use]
    pub fn role(&self) -> &'static str {
        self.caller().map_or("service_role", Caller::role)
    }

    /// The user's address.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        self.known().and(self.email.as_deref())
    }

    /// The claim at this path, one name a segment. A claim that is `null` is
    /// not there, and lists are not entered.
    #[must_use]
    pub fn claim(&self, path: &[impl AsRef<str>]) -> Option<&ClaimValue> {
        self.known()?;
        self.claims.at(path)
    }

    /// The moment of the request.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Whether a user is signed in. Never unknown.
    #[must_use]
    pub fn is_authenticated(&self) -> Truth {
        matches!(self.who, Who::User(_)).into()
    }

    /// Whether a row of `M` matches.
    ///
    /// False when none of the rows that [`with_rows`](Self::with_rows) gave is
    /// a certain match. Unknown when none were ever given: what is not known
    /// allows nothing, not even `!exists(..)`.
    #[must_use]
    pub fn any<M: Model>(&self, matches: impl Fn(&M) -> Truth) -> Truth {
        let mut given =
            self.rows.iter().filter_map(|rows| rows.downcast_ref::<Vec<M>>()).peekable();
        if given.peek().is_none() {
            return Truth::Unknown;
        }
        given.flatten().any(|row| matches(row).is_true()).into()
    }

    /// Whether a rule with this value lets the caller through. The service
    /// role always is let through, everyone else where it is true.
    #[must_use]
    pub fn allows(&self, rule: Truth) -> bool {
        self.is_service() || rule.is_true()
    }

    /// Whether this is the service role.
    #[must_use]
    pub fn is_service(&self) -> bool {
        matches!(self.who, Who::Service)
    }

    /// What kind of client this is; the service role is none.
    #[must_use]
    pub fn caller(&self) -> Option<Caller> {
        match self.who {
            Who::Nobody => Some(Caller::Anonymous),
            Who::User(_) => Some(Caller::User),
            Who::Service => None,
        }
    }

    /// Something, unless the caller carries no token of their own.
    fn known(&self) -> Option<()> {
        (self.caller() != Some(Caller::Anonymous)).then_some(())
    }
}
