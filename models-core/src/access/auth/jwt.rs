//! The claims of a token, as Supabase's tokens carry them.

use std::collections::BTreeMap;

use super::Auth;
use crate::access::ClaimValue;

impl Auth {
    /// The claims of a token for this caller, as JSON: what
    /// `request.jwt.claims` holds in a session, so that PostgreSQL sees the
    /// caller that a Rust test describes.
    ///
    /// ```
    /// use models_core::access::Auth;
    /// assert_eq!(Auth::anonymous().jwt_claims(), r#"{"role":"anon"}"#);
    /// ```
    #[must_use]
    pub fn jwt_claims(&self) -> String {
        let mut token = BTreeMap::from([("role".to_owned(), ClaimValue::from(self.role()))]);
        if let Some(id) = self.uid() {
            token.insert("sub".to_owned(), id.into());
            token.insert("app_metadata".to_owned(), self.claims.clone());
        }
        if let Some(email) = self.email() {
            token.insert("email".to_owned(), email.into());
        }
        ClaimValue::Object(token).to_string()
    }
}
