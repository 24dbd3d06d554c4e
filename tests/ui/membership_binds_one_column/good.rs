use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "memberships")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Membership {
    #[model(id)]
    id: Id<Membership>,
    #[model(index, allow(foreign_key_is_declared, reason = "teams are kept elsewhere"))]
    team_id: Uuid,
    #[model(references = auth::User, on_delete = cascade)]
    user_id: Id<auth::User>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(table = "posts")]
#[access(
    select = exists(Membership { team_id, user_id: auth.uid() }),
    insert = author_id == auth.uid(),
    update = nobody,
    delete = nobody,
)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[model(index, allow(foreign_key_is_declared, reason = "teams are kept elsewhere"))]
    team_id: Uuid,
    #[model(references = auth::User, on_delete = cascade)]
    author_id: Id<auth::User>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
