//! TypeScript: interfaces, converters and paths for Firestore's own SDKs.
//!
//! Read it in this order: `document` says what is known of a model's
//! documents and `property` of a field, `kind` names the type of a field and what reads it, `enums`
//! gathers the closed lists, `names` chooses names that TypeScript takes,
//! `helper` holds the functions that the printed ones call, and `print` has a
//! file for each thing that is printed.

mod document;
mod enums;
mod helper;
mod kind;
mod names;
mod print;
mod property;
mod value;

use std::collections::BTreeSet;
use std::fmt;

use super::error::Error;
use super::kept::kept;
use crate::schema::Schema;
use document::Document;
use enums::Enums;
use names::Names;

/// The library that the text is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sdk {
    /// `firebase/firestore` of firebase 12: a client, whom the rules bind.
    Web,
    /// `firebase-admin/firestore`: a server, whom they do not.
    Admin,
}

/// A module in TypeScript: `Display` is its text.
///
/// For each collection there are, where the model is called `Comment`:
///
/// - `Comment`, a document as it is read, with its id and the ids above it,
///   and `CommentFields`, its body as it is stored.
/// - `commentConverter`, for `withConverter`. It writes no id and no
///   `undefined`, sets `updated_at` with every write and `created_at` with the
///   first, takes pending moments for the client's estimate, and refuses what
///   is of another type with the path to it.
/// - `newComment(..)`, which takes what a writer may choose and gives what
///   `setDoc`, `addDoc`, a batch and a transaction take; `commentPatch(..)`
///   does it for `updateDoc`. Clients get neither where no rule could let them.
/// - `commentCollection(..)`, `commentDoc(..)` and, where it is declared,
///   `commentGroup(..)`.
///
/// ```
/// use models_core::firestore::{Sdk, TypeScript};
/// use models_core::schema::{List, Schema};
/// let schema = Schema { models: List::Borrowed(&[]) };
/// let text = TypeScript::new(&schema, Sdk::Web)?.to_string();
/// assert!(text.starts_with("// Printed by backend-models"));
/// # Ok::<(), models_core::firestore::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeScript(String);

impl TypeScript {
    /// The module of a schema.
    ///
    /// # Errors
    ///
    /// When a document cannot hold what a field does, or two things would have
    /// the same name: the first such thing that is met.
    pub fn new(schema: &Schema, sdk: Sdk) -> Result<Self, Error> {
        let models = kept(schema)?;
        let mut names = Names::default();
        let mut enums = Enums::default();
        let mut documents = Vec::new();
        for &model in &models {
            enums.gather(model, &mut names)?;
        }
        let mut helpers = BTreeSet::new();
        for &model in &models {
            let document = Document::new(model, sdk, &enums, &mut names)?;
            helpers.extend(document.helpers());
            documents.push(document);
        }
        let module = print::Module { sdk, enums: &enums, documents: &documents, helpers };
        Ok(Self(module.to_string()))
    }
}

impl fmt::Display for TypeScript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
