//! One field of a model.

use super::{CollectionPath, CopyOf, List, Literal, Newtype, Node, Text, Type, ValueRule};

/// One field: a column of a table, a field of a document, or both.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Field {
    /// Its name in Rust, without `r#`.
    pub name: Text,
    /// Its doc comment; empty when there is none.
    #[cfg_attr(feature = "serde", serde(default))]
    pub doc: Text,
    /// What it holds.
    pub kind: Type,
    /// Whether the value may be absent (`Option` in Rust).
    pub nullable: bool,
    /// The newtype that it has in Rust.
    pub newtype: Option<Newtype>,
    /// Its name in the table; `None` when it is not stored there.
    pub column: Option<Text>,
    /// Its name in a document; `None` when it is not stored there. The id of a
    /// document and the ids of those above it are in its path, not in its body.
    pub document: Option<Text>,
    /// The earlier name of the column, for a migration that keeps its data.
    pub renamed_from: Option<Text>,
    /// Set on the one field that identifies a row.
    pub key: Option<Key>,
    /// The parent that this field points to.
    pub references: Option<Reference>,
    /// The collection above this one whose document's id this field holds: a part
    /// of the path.
    pub ancestor: Option<Node<CollectionPath>>,
    /// The field of another document that this one repeats.
    pub copy_of: Option<CopyOf>,
    /// The value of a new row that does not set one.
    pub default: Option<Default>,
    /// Which values are valid.
    #[cfg_attr(feature = "serde", serde(default))]
    pub rules: List<ValueRule>,
    /// Digits of a [`Type::Decimal`].
    pub precision: Option<Precision>,
    /// Never changed by clients once written.
    #[cfg_attr(feature = "serde", serde(default))]
    pub immutable: bool,
    /// Never written by clients.
    #[cfg_attr(feature = "serde", serde(default))]
    pub server: bool,
    /// Never read by clients.
    #[cfg_attr(feature = "serde", serde(default))]
    pub private: bool,
    /// The moment after which Firestore deletes the document.
    #[cfg_attr(feature = "serde", serde(default))]
    pub ttl: bool,
    /// Exempt from Firestore's automatic indexes, so that no query can filter or
    /// sort by this field alone.
    #[cfg_attr(feature = "serde", serde(default))]
    pub unindexed: bool,
}

impl Field {
    /// A stored field of this type, without any attribute.
    #[must_use]
    pub const fn new(name: &'static str, kind: Type, nullable: bool) -> Self {
        Self {
            name: Text::Borrowed(name),
            doc: Text::Borrowed(""),
            kind,
            nullable,
            newtype: None,
            column: Some(Text::Borrowed(name)),
            document: None,
            renamed_from: None,
            key: None,
            references: None,
            ancestor: None,
            copy_of: None,
            default: None,
            rules: List::Borrowed(&[]),
            precision: None,
            immutable: false,
            server: false,
            private: false,
            ttl: false,
            unindexed: false,
        }
    }

    /// The moment a row was created: set by the database, never by a client.
    #[must_use]
    pub fn is_created_at(&self) -> bool {
        self.name == "created_at"
    }

    /// The moment a row last changed: set by the database, never by a client.
    #[must_use]
    pub fn is_updated_at(&self) -> bool {
        self.name == "updated_at"
    }

    /// Whether a client may set this field in a new row.
    #[must_use]
    pub fn insertable_by_clients(&self) -> bool {
        !self.server && !self.is_created_at() && !self.is_updated_at()
    }

    /// Whether a client may change this field of a row.
    #[must_use]
    pub fn updatable_by_clients(&self) -> bool {
        self.insertable_by_clients() && !self.immutable && self.key.is_none()
    }
}

/// How the key of a new row is generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub enum Key {
    /// A UUID of version 7: sorted by time, so that inserts stay local.
    V7,
    /// A UUID of version 4: random, and does not tell when it was created.
    V4,
    /// Set by the program that creates the row, as in a one-to-one with a parent.
    Given,
    /// The id of a document, made by Firestore's libraries: 20 random letters
    /// and digits.
    Automatic,
}

/// Digits of a decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Precision {
    /// All digits, 1 to 1000.
    pub precision: u16,
    /// Digits after the decimal point, at most `precision`.
    pub scale: u16,
}

/// A foreign key.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Reference {
    /// The key that it points to.
    pub parent: ParentKey,
    /// What happens to this row when the parent is deleted.
    pub on_delete: OnDelete,
    /// Whether an index on this field is added if no declared index begins with it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub indexed: bool,
}

/// The key of a model that others may point to: names only, so that two
/// models can refer to each other without a cycle of constants.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ParentKey {
    /// The model's name in Rust.
    pub model: Text,
    /// The schema of its table.
    pub schema: Text,
    /// Its table; empty when the model has none.
    pub table: Text,
    /// The key's column; empty when the model has no table.
    pub column: Text,
    /// Created elsewhere (`auth.users`): referred to, never printed.
    #[cfg_attr(feature = "serde", serde(default))]
    pub external: bool,
}

/// What happens to a row when the row that it refers to is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub enum OnDelete {
    /// It is deleted too.
    Cascade,
    /// The parent cannot be deleted; checked at once.
    Restrict,
    /// The parent cannot be deleted; checked at the end of the statement.
    NoAction,
    /// It stays, and refers to nothing.
    SetNull,
    /// It stays, and refers to the default.
    SetDefault,
}

/// The value of a new row that does not set one.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub enum Default {
    /// This value.
    Value(Literal),
    /// The moment of the transaction.
    Now,
    /// An empty list.
    Empty,
    /// The signed-in user.
    Uid,
    /// An expression in SQL, printed as it stands.
    Sql(Text),
}
