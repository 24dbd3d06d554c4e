//! Those who ask.

use ::backend_models::access::Auth;
use ::backend_models::types::Id;

use super::key;

/// One of each kind of caller.
pub(crate) struct People {
    /// Nobody signed in.
    pub(crate) anon: Auth,
    /// Signed in, with no profile yet.
    pub(crate) newcomer: Auth,
    /// Signed in, in no team; was in one.
    pub(crate) stranger: Auth,
    /// Owns and writes in another team.
    pub(crate) rival: Auth,
    /// Reads in the team.
    pub(crate) reader: Auth,
    /// Writes in the team, and is the author of most.
    pub(crate) writer: Auth,
    /// Owns the team, and is no member of it.
    pub(crate) owner: Auth,
    /// In no team, with a claim.
    pub(crate) moderator: Auth,
}

impl People {
    pub(crate) fn new() -> Self {
        let user = |name| Auth::user(Id::from_uuid(key(name)));
        Self {
            anon: Auth::anonymous(),
            newcomer: user("newcomer"),
            stranger: user("stranger"),
            rival: user("rival"),
            reader: user("reader"),
            writer: user("writer"),
            owner: user("owner"),
            moderator: user("moderator").with_claim("role", "moderator"),
        }
    }

    /// All of them.
    pub(crate) fn all(&self) -> [(&'static str, &Auth); 8] {
        [
            ("anon", &self.anon),
            ("newcomer", &self.newcomer),
            ("stranger", &self.stranger),
            ("rival", &self.rival),
            ("reader", &self.reader),
            ("writer", &self.writer),
            ("owner", &self.owner),
            ("moderator", &self.moderator),
        ]
    }
}
