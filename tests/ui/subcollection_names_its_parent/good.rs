use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "threads")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Thread {
    #[model(id)]
    id: DocId<Thread>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(collection = "comments", subcollection_of = Thread)]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Comment {
    #[model(id)]
    id: DocId<Comment>,
    #[model(parent)]
    thread_id: DocId<Thread>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(collection = "replies", subcollection_of = Comment)]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Reply {
    #[model(id)]
    id: DocId<Reply>,
    #[model(parent)]
    comment_id: DocId<Comment>,
    #[model(parent = Thread)]
    thread_id: DocId<Thread>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
