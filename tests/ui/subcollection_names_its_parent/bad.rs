use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

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
#[model(collection = "comments", subcollection_of = Post)]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Comment {
    #[model(id)]
    id: DocId<Comment>,
    #[model(parent)]
    post_id: DocId<Post>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(collection = "replies", subcollection_of = Thread)]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Reply {
    #[model(id)]
    id: DocId<Reply>,
    #[model(parent = Comment)]
    comment_id: DocId<Comment>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(collection = "notes")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Note {
    #[model(id)]
    id: DocId<Note>,
    #[model(parent)]
    thread_id: DocId<Thread>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(collection = "folders", subcollection_of = Folder)]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Folder {
    #[model(id)]
    id: DocId<Folder>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(table = "strays", subcollection_of = Thread)]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Stray {
    #[model(id)]
    id: Id<Stray>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
