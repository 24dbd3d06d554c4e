//! The caller that a token describes, as Supabase's tokens carry it.

use std::fmt;

use crate::access::{Auth, ClaimValue};
use crate::types::Id;

impl Auth {
    /// The caller that the claims of a verified token describe: `role`,
    /// `sub`, `email`, and `app_metadata` as the claims.
    ///
    /// Nothing else is read, above all not `user_metadata`: users write
    /// that themselves. A token without a role is anonymous, as for
    /// Supabase. **The signature must have been checked before.**
    ///
    /// # Errors
    ///
    /// When the claims are not an object, the role is not one of the three, or
    /// the `sub` of a signed-in user is not a UUID.
    ///
    /// ```
    /// use models_core::access::Auth;
    /// let auth = Auth::from_jwt_claims(serde_json::json!({
    ///     "role": "authenticated",
    ///     "sub": "67e55044-10b1-426f-9247-bb680e5fe0c8",
    ///     "app_metadata": { "role": "moderator" },
    /// }))?;
    /// assert!(auth.claim(&["role"]).is_some());
    /// # Ok::<(), models_core::access::TokenError>(())
    /// ```
    pub fn from_jwt_claims(token: serde_json::Value) -> Result<Self, TokenError> {
        let token = ClaimValue::from(token);
        if !matches!(token, ClaimValue::Object(_)) {
            return Err(TokenError::NotAnObject);
        }
        let auth = match token.at(&["role"]) {
            None => return Ok(Self::anonymous()),
            Some(role) => match role.as_text() {
                Some("anon") => return Ok(Self::anonymous()),
                Some("authenticated") => Self::user(subject(&token)?),
                Some("service_role") => Self::service(),
                _ => return Err(TokenError::Role(role.to_string())),
            },
        };
        let auth = match token.at(&["email"]).and_then(ClaimValue::as_text) {
            Some(email) => auth.with_email(email),
            None => auth,
        };
        Ok(match token.at(&["app_metadata"]) {
            Some(claims) => Self { claims: claims.clone(), ..auth },
            None => auth,
        })
    }
}

fn subject<M>(token: &ClaimValue) -> Result<Id<M>, TokenError> {
    let subject = token.at(&["sub"]).ok_or(TokenError::NoSubject)?;
    subject.as_uuid().map(Id::from_uuid).ok_or_else(|| TokenError::Subject(subject.to_string()))
}

/// Why the claims of a token do not describe a caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenError {
    /// The claims are not a JSON object.
    NotAnObject,
    /// The role, given as JSON, is not `anon`, `authenticated` or `service_role`.
    Role(String),
    /// A signed-in user without `sub`.
    NoSubject,
    /// The `sub`, given as JSON, is not a UUID.
    Subject(String),
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnObject => f.write_str("the claims of the token are not a JSON object"),
            Self::Role(role) => write!(
                f,
                "the token's `role` is {role}, and not `anon`, `authenticated` or `service_role`"
            ),
            Self::NoSubject => f.write_str("the token of a signed-in user has no `sub`"),
            Self::Subject(subject) => {
                write!(f, "the token's `sub` is {subject}, which is not a UUID")
            }
        }
    }
}

impl std::error::Error for TokenError {}
