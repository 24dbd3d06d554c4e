//! What a rule reads of the caller.

use chrono::{DateTime, Utc};

use super::{Auth, Identity, Subject};
use crate::access::{Caller, ClaimValue, Truth};
use crate::auth::User;
use crate::model::Model;
use crate::types::Id;

/// What a rule reads.
impl Auth {
    /// The user's id. Callers who are not signed in and the service role have
    /// none, nor has a user whose id is not a UUID: see [`subject`](Self::subject).
    #[must_use]
    pub fn uid(&self) -> Option<Id<User>> {
        self.subject().and_then(Subject::id)
    }

    /// The user's id in any form: what `auth.uid()` means in a rule.
    #[must_use]
    pub fn subject(&self) -> Option<&Subject> {
        match &self.identity {
            Identity::User(subject) => Some(subject),
            Identity::Anonymous | Identity::Service => None,
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
        self.token().and(self.email.as_deref())
    }

    /// The claim at this path, one name for each segment. A claim that is `null`
    /// is absent, and a path does not lead into lists.
    #[must_use]
    pub fn claim(&self, path: &[impl AsRef<str>]) -> Option<&ClaimValue> {
        self.token()?;
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
        matches!(self.identity, Identity::User(_)).into()
    }

    /// Whether a row of `M` matches.
    ///
    /// False when none of the rows from [`with_rows`](Self::with_rows) certainly
    /// matches. Unknown when it was not called for `M`: then nothing is allowed,
    /// not even by `!exists(..)`.
    #[must_use]
    pub fn any<M: Model>(&self, matches: impl Fn(&M) -> Truth) -> Truth {
        let mut given =
            self.rows.iter().filter_map(|rows| rows.downcast_ref::<Vec<M>>()).peekable();
        if given.peek().is_none() {
            return Truth::Unknown;
        }
        given.flatten().any(|row| matches(row).is_true()).into()
    }

    /// Whether a rule with this value lets the caller through: the service role
    /// always, everyone else where it is true.
    #[must_use]
    pub fn allows(&self, rule: Truth) -> bool {
        self.is_service() || rule.is_true()
    }

    /// Whether this is the service role.
    #[must_use]
    pub fn is_service(&self) -> bool {
        matches!(self.identity, Identity::Service)
    }

    /// What kind of client this is; `None` for the service role, which is not one.
    #[must_use]
    pub fn caller(&self) -> Option<Caller> {
        match self.identity {
            Identity::Anonymous => Some(Caller::Anonymous),
            Identity::User(_) => Some(Caller::User),
            Identity::Service => None,
        }
    }

    /// `Some` if the caller has a token, `None` if nobody is signed in.
    fn token(&self) -> Option<()> {
        (self.caller() != Some(Caller::Anonymous)).then_some(())
    }
}
