//! The caller: how one is described. What rules read of it is in `answers`;
//! tokens are read in `token` and written in `jwt`.

mod answers;
mod jwt;
mod subject;
#[cfg(feature = "json")]
mod token;

#[cfg(feature = "json")]
pub use token::TokenError;

pub use subject::Subject;

use std::any::Any;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::ClaimValue;
use crate::auth::User;
use crate::model::Model;
use crate::types::{Id, Uid};

/// The caller: someone who is not signed in, a signed-in user, or the service
/// role; with the rows of other models that its rules need. Make one for each
/// request.
///
/// ```
/// use models_core::access::Auth;
/// use models_core::types::Id;
/// let moderator = Auth::user(Id::new()).with_claim("role", "moderator");
/// assert!(moderator.is_authenticated().is_true());
/// ```
#[derive(Clone)]
pub struct Auth {
    identity: Identity,
    email: Option<String>,
    claims: ClaimValue,
    now: DateTime<Utc>,
    /// Each is a `Vec<M>` of some model.
    rows: Vec<Arc<dyn Any + Send + Sync>>,
}

#[derive(Clone, Debug)]
enum Identity {
    Anonymous,
    User(Subject),
    Service,
}

impl Auth {
    /// Someone who is not signed in. Their address and claims are
    /// ignored, since their policies never see any.
    #[must_use]
    pub fn anonymous() -> Self {
        Self::of(Identity::Anonymous)
    }

    /// A signed-in user.
    #[must_use]
    pub fn user(id: Id<User>) -> Self {
        Self::of(Identity::User(id.into()))
    }

    /// Someone who is signed in under this id, in whatever form the
    /// authentication service writes it.
    ///
    /// ```
    /// use models_core::access::Auth;
    /// assert!(Auth::signed_in("kGZ1yXo2hVb3").is_authenticated().is_true());
    /// ```
    #[must_use]
    pub fn signed_in(uid: impl Into<Uid>) -> Self {
        Self::of(Identity::User(uid.into().into()))
    }

    /// The service role, which is above the rules: everything is allowed.
    #[must_use]
    pub fn service() -> Self {
        Self::of(Identity::Service)
    }

    fn of(identity: Identity) -> Self {
        let claims = ClaimValue::Object(BTreeMap::new());
        Self { identity, email: None, claims, now: Utc::now(), rows: Vec::new() }
    }

    /// With this address.
    #[must_use]
    pub fn with_email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// With a claim at a path of names separated by dots, as in a rule:
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

    /// At this moment, instead of the one at which this was created.
    #[must_use]
    pub fn at(mut self, now: DateTime<Utc>) -> Self {
        self.now = now;
        self
    }

    /// With rows of another model, for rules with `exists(..)`: all rows
    /// that matter, or an empty list if there are none.
    /// Rows that are given in several calls add up.
    #[must_use]
    pub fn with_rows<M: Model + Send + Sync>(mut self, rows: impl IntoIterator<Item = M>) -> Self {
        self.rows.push(Arc::new(rows.into_iter().collect::<Vec<M>>()));
        self
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
            .field("identity", &self.identity)
            .field("email", &self.email)
            .field("claims", &self.claims)
            .field("now", &self.now)
            .finish_non_exhaustive()
    }
}
