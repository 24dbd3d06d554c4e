//! Everything at once: each mistake is one error, all of them in one build.

use chrono::NaiveDateTime;
use backend_models::prelude::*;

#[derive(Model)]
#[model(
    table = "blogPosts",
    schmea = "blog",
    realtime,
    index(titel),
    index(language),
    index(language, title),
    index(title, where = updated_at < now()),
    index(language, portrait, hnsw, cosine),
    unique(heading, heading),
    allow(naming_is_consistent, reason = "it is not"),
    allow(money_is_not_a_float)
)]
#[access(
    select = title == 3,
    update = anyone,
    delete = athor_id == auth.uid() || auth.claim("user_metadata.admin") == true,
)]
struct BlogPost {
    #[model(id)]
    id: i64,
    #[model(id)]
    second: Id<Self>,
    #[validate(length(max = 200))]
    language: String,
    #[validate(length(max = 200))]
    title: String,
    #[model(column = "title")]
    #[validate(length(max = 200))]
    heading: String,
    #[model(references = auth::User)]
    author: Id<auth::User>,
    #[model(references = auth::User, on_delete = set_null, index(none))]
    editor_id: Id<auth::User>,
    #[validate(length(max = 200))]
    editor_name: String,
    #[model(refrences = Team, on_delete = cascad)]
    team_id: Uuid,
    #[model(references = Team, on_delete = cascade)]
    group_id: Id<auth::User>,
    owner_id: Uuid,
    published: NaiveDateTime,
    #[model(precision(12, 2))]
    weight: f64,
    #[model(default = "none")]
    reads: i64,
    readers: u64,
    #[validate(length(max = 200))]
    phone: String,
    #[validate(length(max = 200))]
    phone2: Option<String>,
    end: DateTime<Utc>,
    #[model(column = "readCount")]
    read_count: i64,
    number_of_readers_who_came_back_within_a_week_of_their_first_visit: i64,
    portrait: Vector<384>,
    embedding: Vector<384>,
    #[model(index(hnsw))]
    undirected: Vector<384>,
    #[model(index(hnsw, cosine, m = 1_000))]
    crowded: Vector<384>,
    #[model(index(hnsw, cosine))]
    large: Vector<3_072>,
    updated_at: Option<DateTime<Utc>>,
}

#[derive(Model)]
#[model(table = "teams")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Team {
    #[model(id)]
    id: Id<Team>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(table = "members")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Member {
    #[model(id)]
    id: Id<Member>,
    #[model(references = Team, on_delete = cascade)]
    team_id: Id<Team>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(table = "members")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Admin {
    #[model(id)]
    id: Id<Admin>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

const SCHEMA: Schema = backend_models::schema![BlogPost, Member, Admin];

fn main() {
    let _ = SCHEMA;
}
