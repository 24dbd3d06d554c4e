use backend_models::prelude::*;

/// A member of the site.
#[derive(Model, Clone, Debug)]
#[model(table = "profiles")]
#[access(
    select = anyone,
    insert = id == auth.uid(),
    update = id == auth.uid(),
    delete = nobody,
)]
pub struct Profile {
    #[model(id, references = auth::User, on_delete = cascade)]
    pub id: Id<auth::User>,
    #[model(unique)]
    #[validate(length(min = 3, max = 30), pattern = "[a-z0-9_]+")]
    pub handle: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostStatus {
    Draft,
    Published,
    Archived,
}

/// Something a member wrote.
#[derive(Model, Clone, Debug)]
#[model(table = "posts")]
#[access(
    select = status == PostStatus::Published || author_id == auth.uid(),
    insert = author_id == auth.uid(),
    update = author_id == auth.uid(),
    delete = author_id == auth.uid(),
)]
pub struct Post {
    #[model(id)]
    pub id: Id<Post>,
    #[model(references = Profile, on_delete = cascade, immutable)]
    pub author_id: Id<auth::User>,
    #[validate(length(min = 1, max = 120))]
    pub title: String,
    #[model(default = PostStatus::Draft)]
    pub status: PostStatus,
    #[model(index(hnsw, cosine), server)]
    pub embedding: Option<Vector<384>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

pub static SCHEMA: Schema = backend_models::schema![Profile, Post];

#[cfg(test)]
#[test]
fn a_draft_is_its_authors_own() {
    let (me, you, now) = (Id::new(), Id::new(), Utc::now());
    let mine = Post {
        id: Id::new(),
        author_id: me,
        title: "Hello".to_owned(),
        status: PostStatus::Draft,
        embedding: None,
        created_at: now,
        updated_at: now,
    };
    let given_away = Post { author_id: you, ..mine.clone() };

    assert!(mine.may_select(&Auth::user(me)));
    assert!(!mine.may_select(&Auth::user(you)));
    assert!(!mine.may_select(&Auth::anonymous()));
    assert!(!mine.may_update(&given_away, &Auth::user(me)));
}
