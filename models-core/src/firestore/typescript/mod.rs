//! TypeScript: interfaces, converters and paths for Firestore's own SDKs.
//!
//! Read it in this order: `document` describes a model and `property` a field,
//! `kind` has the type of a field and the function that reads it, `value` its
//! default, `enums` collects the enums, `names` chooses valid names, `helper` has
//! the functions that the printed ones call, `zod` writes schemas on request, and
//! `print` has a file for each part of the text.

mod document;
mod enums;
mod helper;
mod kind;
mod names;
mod print;
mod property;
mod value;
mod zod;

use std::collections::BTreeSet;
use std::fmt;

use super::collection::valid_collection_models;
use super::error::Error;
use crate::schema::Schema;
use document::TypedDocument;
use enums::EnumTypes;
use names::ModuleNames;

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
///   first, reads pending timestamps as the client's estimate, and throws an
///   error with the path of any value of another type.
/// - `newComment(..)`, from what a writer may choose to what `setDoc`, `addDoc`, a
///   batch and a transaction accept; `commentPatch(..)` is the same for
///   `updateDoc`. Clients get neither if no rule allows it to anyone.
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
    /// The first field that a document cannot hold, or the first name that two
    /// things would have.
    pub fn new(schema: &Schema, sdk: Sdk) -> Result<Self, Error> {
        Self::of(schema, sdk, false)
    }

    /// The same, with a schema of zod 4 for each model that a writer may create or
    /// change: `commentSchema` accepts what `newComment(..)` does, if it satisfies
    /// the rules of `#[validate(..)]`. Each issue has the rule's code in its
    /// `params`, and the comment of the schema lists what it does not check.
    ///
    /// ```
    /// use models_core::firestore::{Sdk, TypeScript};
    /// use models_core::schema::{List, Schema};
    /// let schema = Schema { models: List::Borrowed(&[]) };
    /// let text = TypeScript::with_zod(&schema, Sdk::Web)?.to_string();
    /// assert_eq!(text, TypeScript::new(&schema, Sdk::Web)?.to_string());
    /// # Ok::<(), models_core::firestore::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`TypeScript::new`].
    pub fn with_zod(schema: &Schema, sdk: Sdk) -> Result<Self, Error> {
        Self::of(schema, sdk, true)
    }

    fn of(schema: &Schema, sdk: Sdk, with_zod: bool) -> Result<Self, Error> {
        let models = valid_collection_models(schema)?;
        let mut names = ModuleNames::default();
        let mut enums = EnumTypes::default();
        let (mut documents, mut schemas) = (Vec::new(), Vec::new());
        for &model in &models {
            enums.gather(model, &mut names)?;
        }
        let mut helpers = BTreeSet::new();
        for &model in &models {
            let document = TypedDocument::new(model, sdk, &enums, &mut names)?;
            helpers.extend(document.helpers());
            if with_zod {
                names.take(model, format!("{}Schema", document.lower))?;
                let schema = zod::schema(&document, &enums);
                helpers.extend(schema.helpers);
                schemas.push(schema.text);
            }
            documents.push(document);
        }
        let module =
            print::Module { sdk, enums: &enums, documents: &documents, schemas: &schemas, helpers };
        Ok(Self(module.to_string()))
    }
}

impl fmt::Display for TypeScript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
