//! The same fields for the libraries that go through serde. Each has a type of
//! its own for moments, so they get numbers here, which is less work.

use serde::{Deserialize, Serialize};

use super::article;

/// An article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "those of an article")]
pub struct Theirs {
    pub title: String,
    pub body: String,
    pub email: String,
    pub author: String,
    pub score: i32,
    pub total: i64,
    pub ratio: f64,
    pub active: bool,
    pub note: Option<String>,
    pub rank: Option<i32>,
    pub tags: Vec<String>,
    pub created_at: i64,
    pub updated_at: i64,
}

/// One of them: the same values, and moments as numbers.
#[must_use]
pub fn theirs() -> Theirs {
    let ours = article();
    Theirs {
        title: ours.title,
        body: ours.body,
        email: ours.email,
        author: ours.author.into_string(),
        score: ours.score,
        total: ours.total,
        ratio: ours.ratio,
        active: ours.active,
        note: ours.note,
        rank: ours.rank,
        tags: ours.tags,
        created_at: ours.created_at.timestamp_micros(),
        updated_at: ours.updated_at.timestamp_micros(),
    }
}
