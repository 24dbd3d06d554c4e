use backend_models::prelude::*;

// Its tokens tell.
#[derive(Model)]
#[model(table = "posts", allow(table_is_snake_case, reason = "it was `Posts` once"))]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[model(
        references = auth::User,
        on_delete = cascade,
        allow(set_null_needs_an_option, reason = "it was `set_null` once")
    )]
    author_id: Id<auth::User>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

// Only its types tell.
#[derive(Model)]
#[model(table = "drafts", allow(vector_is_indexed, reason = "it had a vector once"))]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Draft {
    #[model(id)]
    id: Id<Draft>,
    #[validate(length(max = 200))]
    title: String,
    #[model(allow(money_is_not_a_float, reason = "it was an `f64` once"))]
    price: i64,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
