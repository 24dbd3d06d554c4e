//! TypeScript: interfaces, converters and paths for Firestore's own SDKs.
//!
//! Read it in this order: `document` says what is known of a model's
//! documents and `property` of a field, `kind` names the type of a field and
//! what reads it, `value` its default, `enums` gathers the closed lists, `names`
//! chooses names that TypeScript takes, `helper` holds the functions that the
//! printed ones call, `zod` writes schemas where they are asked for, and `print`
//! has a file for each thing that is printed.

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
        Self::of(schema, sdk, false)
    }

    /// The same, with a schema of zod 4 for each model that a writer may make or
    /// change: `commentSchema` takes what `newComment(..)` does, where it keeps
    /// the rules of `#[validate(..)]`. Each issue has the rule's code in its
    /// `params`, and what a schema cannot ask stands above it.
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
        let models = kept(schema)?;
        let mut names = Names::default();
        let mut enums = Enums::default();
        let (mut documents, mut schemas) = (Vec::new(), Vec::new());
        for &model in &models {
            enums.gather(model, &mut names)?;
        }
        let mut helpers = BTreeSet::new();
        for &model in &models {
            let document = Document::new(model, sdk, &enums, &mut names)?;
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
