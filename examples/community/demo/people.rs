//! Whoever tries something.

use ::backend_models::auth::User;
use ::backend_models::prelude::*;
use sqlx::postgres::PgConnection;

/// The users of the demonstration.
#[derive(Clone, Copy, Debug)]
pub struct People {
    /// Writes posts, owns a team.
    pub ada: Id<User>,
    /// Reads in Ada's team, comments.
    pub ben: Id<User>,
    /// Signed in, and knows nobody.
    pub stranger: Id<User>,
    /// Has the claim `role: moderator`.
    pub moderator: Id<User>,
}

/// One of the columns of the table of verdicts.
pub struct Actor {
    pub name: &'static str,
    /// `None` for who has no id: nobody signed in, and the service.
    pub id: Option<Id<User>>,
    pub auth: Auth,
}

impl People {
    pub fn actors(&self) -> Vec<Actor> {
        let user = |name, id| Actor { name, id: Some(id), auth: Auth::user(id) };
        let mut moderator = user("moderator", self.moderator);
        moderator.auth = moderator.auth.with_claim("role", "moderator");
        vec![
            Actor { name: "anon", id: None, auth: Auth::anonymous() },
            user("stranger", self.stranger),
            user("member", self.ben),
            user("author", self.ada),
            moderator,
            Actor { name: "service", id: None, auth: Auth::service() },
        ]
    }
}

/// Becomes this actor until the transaction ends, as `PostgREST` does.
pub async fn become_actor(connection: &mut PgConnection, auth: &Auth) -> Result<(), sqlx::Error> {
    sqlx::query("select set_config('request.jwt.claims', $1, true), set_config('role', $2, true)")
        .bind(auth.jwt_claims())
        .bind(auth.role())
        .execute(connection)
        .await?;
    Ok(())
}
