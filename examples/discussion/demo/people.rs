//! Whoever tries something.

use ::backend_models::prelude::*;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;

/// The token of a server, which no rules bind.
pub const SERVER: &str = "owner";

/// One of the columns of the table of verdicts.
pub struct Actor {
    pub name: &'static str,
    /// Under which id they write; those that have none pretend to be Sam.
    pub id: Uid,
    pub auth: Auth,
    /// What an emulator is told of them.
    pub token: Option<String>,
}

/// Everyone; Ada owns the team, in which Ben writes and Mo reads. Mo has the
/// claim `role: moderator`. Sam is signed in, and knows nobody.
pub fn actors() -> Vec<Actor> {
    let signed_in = |name, id: &str, role: Option<&str>| {
        let auth = Auth::signed_in(id);
        let auth = role.iter().fold(auth, |auth, role| auth.with_claim("role", *role));
        Actor { name, id: Uid::from(id), auth, token: Some(token(id, role)) }
    };
    let pretender = |name, auth, token: Option<&str>| Actor {
        name,
        id: Uid::from("sam"),
        auth,
        token: token.map(str::to_owned),
    };
    vec![
        pretender("anonymous", Auth::anonymous(), None),
        signed_in("stranger", "sam", None),
        signed_in("member", "ben", None),
        signed_in("owner", "ada", None),
        signed_in("moderator", "mo", Some("moderator")),
        pretender("service", Auth::service(), Some(SERVER)),
    ]
}

/// Emulators read tokens that nobody signed.
fn token(id: &str, role: Option<&str>) -> String {
    let mut payload = json!({
        "sub": id,
        "user_id": id,
        "aud": "demo",
        "iss": "https://securetoken.google.com/demo",
        "iat": 0,
        "auth_time": 0,
        "exp": 4_102_444_800_u32,
        "firebase": { "sign_in_provider": "custom", "identities": {} },
    });
    if let Some(role) = role {
        payload["role"] = role.into();
    }
    let part = |part: &serde_json::Value| URL_SAFE_NO_PAD.encode(part.to_string());
    format!("{}.{}.", part(&json!({ "alg": "none", "typ": "JWT" })), part(&payload))
}
