//! Who asks.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use models_core::access::Auth;
use serde_json::{Map, Value, json};

/// Who sends a request.
#[derive(Clone, Debug, PartialEq)]
pub enum User {
    /// A server, which the rules do not bind.
    Owner,
    /// Someone not signed in.
    Anonymous,
    /// Someone signed in, with the claims of the token beside the user's id.
    SignedIn {
        /// `request.auth.uid`.
        uid: String,
        /// `request.auth.token`, as far as it is not made up.
        claims: Map<String, Value>,
    },
}

impl User {
    /// Someone signed in, without an address or custom claims.
    pub fn signed_in(uid: &str) -> Self {
        Self::SignedIn { uid: uid.to_owned(), claims: Map::new() }
    }

    /// Whoever asks, with those of their claims at the top of the token that
    /// have these names.
    pub fn of(auth: &Auth, claims: &[&str]) -> Self {
        let Some(subject) = auth.subject() else { return Self::Anonymous };
        let user = Self::signed_in(&subject.to_string());
        let user = auth.email().into_iter().fold(user, |user, email| user.claim("email", email));
        claims.iter().fold(user, |user, name| match auth.claim(&[name]) {
            Some(claim) => {
                let claim: Value = serde_json::from_str(&claim.to_string()).unwrap();
                user.claim(name, claim)
            }
            None => user,
        })
    }

    /// The same with a verified address.
    #[must_use]
    pub fn email(self, email: &str) -> Self {
        self.claim("email", email).claim("email_verified", true)
    }

    /// The same with one more claim. Only someone signed in has claims.
    #[must_use]
    pub fn claim(mut self, name: &str, value: impl Into<Value>) -> Self {
        match &mut self {
            Self::SignedIn { claims, .. } => claims.insert(name.to_owned(), value.into()),
            Self::Owner | Self::Anonymous => panic!("{self:?} has no claims"),
        };
        self
    }

    /// What stands behind `Bearer`: emulators read tokens that nobody signed.
    pub(super) fn token(&self) -> Option<String> {
        let (uid, claims) = match self {
            Self::Owner => return Some("owner".to_owned()),
            Self::Anonymous => return None,
            Self::SignedIn { uid, claims } => (uid, claims),
        };
        let mut payload = json!({
            "sub": uid,
            "user_id": uid,
            "aud": "test",
            "iss": "https://securetoken.google.com/test",
            "iat": 0,
            "auth_time": 0,
            "exp": 4_102_444_800_u32,
            "firebase": {"sign_in_provider": "custom", "identities": {}},
        });
        for (name, value) in claims {
            payload[name] = value.clone();
        }
        let part = |part: &Value| URL_SAFE_NO_PAD.encode(part.to_string());
        let header = json!({"alg": "none", "typ": "JWT"});
        Some(format!("{}.{}.", part(&header), part(&payload)))
    }
}
