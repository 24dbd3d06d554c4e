//! A page, of whose fields each kind of change can be made.

use std::collections::BTreeMap;

use backend_models::prelude::*;

#[derive(Model, Clone, Debug, PartialEq)]
#[model(collection = "pages")]
#[model(allow(string_is_bounded, reason = "a test writes them"))]
#[model(allow(collection_is_bounded, reason = "a test writes them"))]
#[access(select = nobody, insert = nobody, update = nobody, delete = nobody)]
pub(crate) struct Page {
    #[model(id)]
    pub(crate) id: DocId<Page>,
    pub(crate) title: String,
    pub(crate) summary: Option<String>,
    pub(crate) views: i64,
    pub(crate) rating: Option<f64>,
    pub(crate) tags: Vec<String>,
    pub(crate) labels: BTreeMap<String, String>,
    pub(crate) seen_at: Option<DateTime<Utc>>,
    pub(crate) source: Option<DocRef<Page>>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

pub(crate) fn page() -> Page {
    Page {
        id: DocId::parse("p").unwrap(),
        title: "One".to_owned(),
        summary: Some("All of it.".to_owned()),
        views: 3,
        rating: None,
        tags: vec!["a".to_owned()],
        labels: BTreeMap::new(),
        seen_at: None,
        source: None,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
    }
}
