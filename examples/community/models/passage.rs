//! Documentation, cut into passages that are found by meaning.

use ::backend_models::prelude::*;
use ::backend_models::types::Vector;

/// A passage of the documentation. A job writes it; everyone reads it.
#[derive(Model, Clone, Debug)]
#[model(table = "passages", unique(path, position))]
#[access(select = anyone, insert = service, update = service, delete = service)]
pub struct Passage {
    #[model(id)]
    pub id: Id<Passage>,
    /// The file that it stands in.
    #[validate(length(max = 200))]
    pub path: String,
    /// Which passage of the file it is, from 0.
    pub position: i32,
    #[validate(length(max = 4_000))]
    pub text: String,
    #[model(index(hnsw, cosine))]
    pub embedding: Vector<384>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}
