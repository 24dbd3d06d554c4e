use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "memberships")]
#[access(select = user_id == auth.uid(), insert = service, update = service, delete = service)]
struct Membership {
    #[model(id)]
    id: Id<Membership>,
    #[model(references = auth::User, on_delete = cascade)]
    user_id: Id<auth::User>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(table = "posts")]
#[access(
    select = exists(Membership { user_id: auth.uid() }),
    insert = service,
    update = service,
    delete = service,
)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

const SCHEMA: Schema = backend_models::schema![Post];

fn main() {
    assert!(!SCHEMA.models.is_empty());
}
