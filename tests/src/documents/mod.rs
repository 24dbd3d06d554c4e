//! Documents: models that are built at run time, and values as emulators take
//! them.

mod model;
mod stored;

pub use model::{ancestor, body, document_id, in_document, model, path, refers};
pub use stored::stored;
