//! Whoever asks.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{Caller, ClaimValue, Truth};
use crate::auth::User;
use crate::model::Model;
use crate::types::Id;

/// Whoever asks: nobody, a signed-in user, or the service role; and what is
/// known beside the row that is asked about. Make one for each request.
///
/// ```
/// use models_core::access::Auth;
/// use models_core::types::Id;
/// let moderator = Auth::user(Id::new()).with_claim("role", "moderator");
/// assert!(moderator.is_authenticated().is_true());
/// ```
#[derive(Clone)]
pub struct Auth {
    who: Who,
    email: Option<String>,
    claims: ClaimValue,
    now: DateTime<Utc>,
    /// Each is a `Vec<M>` of some model.
    rows: Vec<Arc<dyn Any + Send + Sync>>,
}

#[derive(Clone, Copy, Debug)]
enum Who {
    Nobody,
    User(Id<User>),
    Service,
}

/// Who asks, and from where.
impl Auth {
    /// Someone who is not signed in. An address or claims given to them are
    /// ignored: their policies never see any.
    #[must_use]
    pub fn anonymous() -> Self {
        Self::of(Who::Nobody)
    }

    /// A signed-in user.
    #[must_use]
    pub fn user(id: Id<User>) -> Self {
        Self::of(Who::User(id))
    }

    /// The service role, which is above the rules: everything is allowed.
    #[must_use]
    pub fn service() -> Self {
        Self::of(Who::Service)
    }

    fn of(who: Who) -> Self {
        let claims = ClaimValue::Object(std::collections::BTreeMap::new());
        Self { who, email: None, claims, now: Utc::now(), rows: Vec::new() }
    }

    /// With this address.
    #[must_use]
    pub fn with_email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// With a claim at a path whose dots part the names, as in a rule:
    /// `"org.role"` is `role` inside `org`. It stands for `app_metadata`,
    /// which only the server can write.
    ///
    /// ```
    /// use models_core::access::{Auth, ClaimValue};
    /// use models_core::types::Id;
    /// let auth = Auth::user(Id::new()).with_claim("org.role", "owner");
    /// assert_eq!(auth.claim(&["org", "role"]), Some(&ClaimValue::from("owner")));
    /// assert_eq!(auth.claim(&["org.role"]), None);
    /// ```
    #[must_use]
    pub fn with_claim(mut self, path: &str, value: impl Into<ClaimValue>) -> Self {
        self.claims.put(path.split('.'), value.into());
        self
    }

    /// At this moment; without it, the moment that this was made.
    #[must_use]
    pub fn at(mut self, now: DateTime<Utc>) -> Self {
        self.now = now;
        self
    }

    /// With rows of another model, for the rules that ask whether one
    /// `exists(..)`: all rows that matter, or none to say that there are none.
    /// Given twice, they add up.
    #[must_use]
    pub fn with_rows<M: Model + Send + Sync>(mut self, rows: impl IntoIterator<Item = M>) -> Self {
        self.rows.push(Arc::new(rows.into_iter().collect::<Vec<M>>()));
        self
    }
}

/// What a rule asks.
impl Auth {
    /// The user's id; nobody and the service role have none.
    #[must_use]
    pub fn uid(&self) -> Option<Id<User>> {
        match self.who {
            Who::User(id) => Some(id),
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
        self.caller().is_none() || rule.is_true()
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

    /// All claims, for the token.
    pub(super) fn claims(&self) -> &ClaimValue {
        &self.claims
    }

    /// Replaces all claims.
    #[cfg(feature = "json")]
    pub(super) fn with_claims(mut self, claims: ClaimValue) -> Self {
        self.claims = claims;
        self
    }

    /// Something, unless the caller carries no token of their own.
    fn known(&self) -> Option<()> {
        (self.caller() != Some(Caller::Anonymous)).then_some(())
    }
}

impl Default for Auth {
    fn default() -> Self {
        Self::anonymous()
    }
}

impl fmt::Debug for Auth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Auth")
            .field("who", &self.who)
            .field("email", &self.email)
            .field("claims", &self.claims)
            .field("now", &self.now)
            .finish_non_exhaustive()
    }
}
