//! `#[model(..)]` on a field.

use super::{
    ALLOW, ALONE, ALONE_OR_LIST, ALONE_OR_VALUE, COMMENTS, Key, KeySet, LIST, Mistake, VALUE,
};

pub(crate) const FIELD: KeySet =
    KeySet { keys: KEYS, mistakes: MISTAKES, key_of_text: Some("column") };

const KEYS: &[Key] = &[
    Key::new(
        "id",
        ALONE_OR_LIST,
        "write `id`, or `id(v4)` for a random key",
        "The key of a row, or the id of a document.",
    ),
    Key::new(
        "references",
        VALUE,
        "write `references = Parent`, with the name of its struct",
        "A foreign key to the table of this model.",
    ),
    Key::new(
        "on_delete",
        VALUE,
        "write `on_delete = cascade`",
        "What happens to the row when its parent is deleted.",
    ),
    Key::new(
        "unique",
        ALONE_OR_LIST,
        "write `unique`, or `unique(other)` for a pair",
        "No two rows share the value.",
    ),
    Key::new(
        "index",
        ALONE_OR_LIST,
        "write `index`, or `index(hnsw, cosine)`",
        "An index that leads with this field.",
    ),
    Key::new(
        "default",
        VALUE,
        "write `default = ..`, with the value",
        "The value of a new row that does not set the field.",
    ),
    Key::new(
        "immutable",
        ALONE,
        "write `immutable`, or leave it out",
        "Clients set it once and never change it.",
    ),
    Key::new("server", ALONE, "write `server`, or leave it out", "Clients never write it."),
    Key::new("private", ALONE, "write `private`, or leave it out", "Clients never read it."),
    Key::new(
        "precision",
        LIST,
        "write `precision(12, 2)`: all digits, then those behind the point",
        "The digits of a `Decimal`.",
    ),
    Key::new("column", VALUE, "write `column = \"..\"`", "The name of the column."),
    Key::new("field", VALUE, "write `field = \"..\"`", "The name in a document."),
    Key::new(
        "only",
        VALUE,
        "write `only = postgres` or `only = firestore`",
        "The one engine that stores the field.",
    ),
    Key::new(
        "parent",
        ALONE_OR_VALUE,
        "write `parent`, or `parent = Forum` for one further up",
        "The id of the document above this one.",
    ),
    Key::new(
        "copy_of",
        VALUE,
        "write `copy_of = Member::display_name`",
        "A copy of a field of another document.",
    ),
    Key::new(
        "via",
        VALUE,
        "write `via = author`, with the name of a field",
        "The field with the id of the document that is copied from.",
    ),
    Key::new(
        "ttl",
        ALONE,
        "write `ttl`, or leave it out",
        "Firestore deletes the document after this moment.",
    ),
    Key::new(
        "renamed_from",
        VALUE,
        "write `renamed_from = \"..\"`",
        "The earlier name of the column.",
    ),
    ALLOW,
];

const MISTAKES: &[Mistake] = &[
    Mistake::of(&["primary_key", "primary", "pk", "key"], "id", "write `id`"),
    Mistake::of(
        &["foreign_key", "foreign", "fk", "belongs_to"],
        "references",
        "write `references = Parent, on_delete = cascade`",
    ),
    Mistake::of(
        &["ondelete", "cascade", "restrict", "set_null", "no_action"],
        "on_delete",
        "write `on_delete = cascade`",
    ),
    Mistake::other(
        &["nullable", "null", "optional", "not_null", "required"],
        "leave it out: an `Option` may be absent, everything else is always there",
    ),
    Mistake::other(
        &["type", "sql_type", "db_type", "column_type"],
        "leave it out: the column's type follows from the field's",
    ),
    Mistake::of(
        &["name", "rename", "column_name"],
        "column",
        "write `column = \"..\"` for another name in the table",
    ),
    Mistake::of(
        &["hnsw", "ivfflat", "cosine", "l2", "l1", "inner_product"],
        "index",
        "write `index(hnsw, cosine)`",
    ),
    Mistake::of(&["gin"], "index", "write `index(gin)`"),
    Mistake::of(&["btree", "indexed", "key_index"], "index", "write `index`"),
    Mistake::other(
        &["readonly", "read_only", "generated", "auto_now", "auto_now_add"],
        "write `server` (clients never write it) or `immutable` (they never change it)",
    ),
    Mistake::of(&["hidden", "secret"], "private", "write `private`"),
    Mistake::other(&["skip", "ignore"], "every field of a model is stored"),
    Mistake::of(&["v4", "v7", "uuid"], "id", "write `id`, or `id(v4)` for a random key"),
    Mistake::other(&["table", "schema", "collection", "realtime"], "it stands on the struct"),
    Mistake::other(
        &["length", "max_length", "min", "max", "range", "pattern", "check", "email", "not_blank"],
        "what a value may be stands in `#[validate(..)]`",
    ),
    COMMENTS,
];
