//! What is converted.

use backend_models::firestore::document::Database;
use backend_models::prelude::*;

/// Of usual types, with two options of which one is absent.
#[derive(Model, Clone, Debug, PartialEq)]
#[model(collection = "articles")]
#[access(select = anyone, insert = service, update = service, delete = service)]
pub struct Article {
    /// The document's id.
    #[model(id)]
    pub id: DocId<Article>,
    /// A few words.
    #[validate(length(max = 200))]
    pub title: String,
    /// Some lines.
    #[validate(length(max = 2_000))]
    pub body: String,
    /// An address.
    #[validate(length(max = 200))]
    pub email: String,
    /// Who wrote it.
    pub author: Uid,
    /// A small number.
    pub score: i32,
    /// A large one.
    pub total: i64,
    /// A fraction.
    pub ratio: f64,
    /// Whether others see it.
    pub active: bool,
    /// There.
    #[validate(length(max = 200))]
    pub note: Option<String>,
    /// Not there.
    pub rank: Option<i32>,
    /// A few texts.
    #[validate(items(max = 10), each(length(max = 30)))]
    pub tags: Vec<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// One of them.
#[must_use]
pub fn article() -> Article {
    let moment = DateTime::from_timestamp(1_764_000_000, 123_456_000).unwrap_or_default();
    Article {
        id: DocId::parse("k3J9xQ2LmZ7vB1nR5tYw").unwrap_or_default(),
        title: "What a document is".to_owned(),
        body: "It has a name and fields, and each of them a kind and a value. ".repeat(4),
        email: "ada@example.org".to_owned(),
        author: Uid::from("kGZ1yXo2hVb3aQ8wLr5TnPm0eJc9"),
        score: 42,
        total: 9_000_000_000,
        ratio: 0.625,
        active: true,
        note: Some("Read twice.".to_owned()),
        rank: None,
        tags: ["firestore", "rust", "documents"].map(str::to_owned).to_vec(),
        created_at: moment,
        updated_at: moment,
    }
}

/// Where it is.
#[must_use]
pub fn database() -> Database {
    Database::new("my-project")
}
