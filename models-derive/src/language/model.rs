//! `#[model(..)]` on a struct.

use super::{
    ALLOW, ALONE, ALONE_OR_LIST, ALONE_OR_VALUE, COMMENTS, CRATE, Key, KeySet, LIST, Mistake, VALUE,
};

pub(crate) const MODEL: KeySet = KeySet {
    keys: &[
        Key::new("table", VALUE, "write `table = \"..\"`", "The table in PostgreSQL."),
        Key::new(
            "schema",
            VALUE,
            "write `schema = \"..\"`",
            "The schema that the table is in; `public` by default.",
        ),
        Key::new(
            "collection",
            VALUE,
            "write `collection = \"..\"`",
            "The collection in Firestore.",
        ),
        Key::new(
            "subcollection_of",
            VALUE,
            "write `subcollection_of = Parent`, with its struct",
            "The model whose documents the collection is below.",
        ),
        Key::new(
            "collection_group",
            ALONE,
            "write `collection_group`, or leave it out",
            "Clients may query all collections of this name together.",
        ),
        Key::new(
            "renamed_from",
            VALUE,
            "write `renamed_from = \"..\"`",
            "The earlier name of the table.",
        ),
        Key::new(
            "index",
            ALONE_OR_LIST,
            "write `index(a, b desc)`, with the fields",
            "An index over several fields.",
        ),
        Key::new(
            "unique",
            ALONE_OR_LIST,
            "write `unique(a, b)`, with the fields",
            "Fields whose values no two rows share.",
        ),
        Key::new(
            "exclude",
            LIST,
            "write `exclude(a, during)`, with a range as the last field",
            "Rows that are equal in some fields, and whose ranges may not overlap.",
        ),
        Key::new(
            "realtime",
            ALONE_OR_VALUE,
            "write `realtime = \"..\"`, with the reason",
            "Changes are sent to clients as they happen, and why.",
        ),
        ALLOW,
        CRATE,
    ],
    mistakes: &[
        Mistake::of(
            &["name", "table_name", "tablename", "relation"],
            "table",
            "write `table = \"..\"`",
        ),
        Mistake::other(
            &[
                "id",
                "references",
                "on_delete",
                "default",
                "immutable",
                "server",
                "private",
                "column",
                "precision",
            ],
            "it stands on a field",
        ),
        Mistake::other(&["primary_key", "pk", "key"], "put `#[model(id)]` on the field"),
        Mistake::other(
            &["access", "policy", "rls", "select", "insert", "update", "delete"],
            "who may do what stands in `#[access(..)]`",
        ),
        COMMENTS,
    ],
    key_of_text: Some("table"),
};
