//! What an ordinary program writes, where every warning is an error: one here
//! would be one in every program.

#![deny(warnings, unused, missing_docs, clippy::all, clippy::pedantic, clippy::nursery)]

use backend_models::prelude::*;

/// A team of members.
#[derive(Model, Clone, Debug)]
#[model(table = "teams")]
#[access(select = anyone, insert = service, update = service, delete = service)]
pub struct Team {
    /// Its key.
    #[model(id)]
    pub id: Id<Self>,
    /// What it is called.
    #[model(unique)]
    #[validate(length(max = 200))]
    pub name: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was changed last.
    pub updated_at: DateTime<Utc>,
}

/// Who is in a team.
#[derive(Model, Clone, Debug)]
#[model(table = "memberships", unique(team_id, user_id))]
#[access(select = user_id == auth.uid(), insert = service, update = service, delete = service)]
pub struct Membership {
    /// Its key.
    #[model(id)]
    pub id: Id<Self>,
    /// The team.
    #[model(references = Team, on_delete = cascade)]
    pub team_id: Id<Team>,
    /// Who is in it.
    #[model(references = auth::User, on_delete = cascade)]
    pub user_id: Id<auth::User>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was changed last.
    pub updated_at: DateTime<Utc>,
}

/// How far an article is.
#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Only its team sees it.
    Draft,
    /// Everyone sees it.
    Published,
}

/// A language, by its code.
#[derive(ModelType, Clone, Debug, PartialEq, Eq)]
pub struct Language(pub String);

/// What a team writes. Two of its indexes share a field, and stand in brackets.
#[derive(Model, Clone, Debug)]
#[model(
    table = "articles",
    index[language, title],
    index[language, stage],
    unique[team_id, title],
    unique[team_id, slug],
    realtime = "the front page follows new articles",
)]
#[access(
    select = stage == Stage::Published || exists(Membership { team_id, user_id: auth.uid() }),
    insert = exists(Membership { team_id, user_id: auth.uid() }),
    update = exists(Membership { team_id, user_id: auth.uid() }),
    delete = nobody,
)]
pub struct Article {
    /// Its key.
    #[model(id)]
    pub id: Id<Self>,
    /// Who writes it.
    #[model(references = Team, on_delete = restrict, immutable)]
    pub team_id: Id<Team>,
    /// What it is written in.
    #[validate(length(max = 12))]
    pub language: Language,
    /// Its headline.
    #[validate(length(max = 200))]
    pub title: String,
    /// Its address.
    #[validate(length(max = 200))]
    pub slug: String,
    /// How far it is.
    #[model(index, default = Stage::Draft)]
    pub stage: Stage,
    /// What it is about.
    #[model(index(hnsw, cosine), index(hnsw, l2, m = 32), server)]
    pub embedding: Option<Vector<3>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was changed last.
    pub updated_at: DateTime<Utc>,
}

/// All of it.
pub static SCHEMA: Schema = backend_models::schema![Team, Membership, Article];
