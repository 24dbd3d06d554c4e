//! What an attribute may say where it stands: the shapes of its keys, and what
//! people write there by habit.

use super::shape::Shape;
use super::{
    EnumAttributes, FieldAttributes, ModelAttributes, NewtypeAttributes, VariantAttributes,
};

/// A place for `#[model(..)]`.
pub(crate) trait Place {
    /// The keys whose shape can be got wrong.
    const SHAPES: &'static [Shape];
    /// What other libraries and SQL have.
    const HABITS: &'static [Habit];
    /// The key of a text that stands alone.
    const TEXT: Option<&'static str> = None;
}

/// Words that are no keys here, the key that is meant if it is one, and what to
/// write.
pub(crate) struct Habit {
    words: &'static [&'static str],
    /// That it is missing says nothing then.
    pub(super) meant: Option<&'static str>,
    pub(super) fix: &'static str,
}

/// The habit that this word is.
pub(super) fn habit(habits: &'static [Habit], word: &str) -> Option<&'static Habit> {
    habits.iter().find(|habit| habit.words.contains(&word))
}

const fn habit_of(
    words: &'static [&'static str],
    meant: Option<&'static str>,
    fix: &'static str,
) -> Habit {
    Habit { words, meant, fix }
}

const ALLOW: Shape = Shape::list("allow", "write `allow(convention, reason = \"..\")`");
const CRATE: Shape = Shape::value("crate", "write `crate = path::to::backend_models`");
const RENAMED: Shape = Shape::value("renamed_from", "write `renamed_from = \"..\"`");
const COMMENTS: Habit =
    habit_of(&["comment", "doc", "description"], None, "write a doc comment: it is stored too");

impl Place for ModelAttributes {
    const SHAPES: &'static [Shape] = &[
        Shape::value("table", "write `table = \"..\"`"),
        Shape::value("schema", "write `schema = \"..\"`"),
        Shape::value("collection", "write `collection = \"..\"`"),
        Shape::value("subcollection_of", "write `subcollection_of = Parent`, with its struct"),
        Shape::alone("collection_group", "write `collection_group`, or leave it out"),
        RENAMED,
        Shape::alone_or_list("index", "write `index(a, b desc)`, with the fields"),
        Shape::alone_or_list("unique", "write `unique(a, b)`, with the fields"),
        Shape::alone_or_value("realtime", "write `realtime = \"..\"`, with the reason"),
        ALLOW,
        CRATE,
    ];
    const HABITS: &'static [Habit] = &[
        habit_of(
            &["name", "table_name", "tablename", "relation"],
            Some("table"),
            "write `table = \"..\"`",
        ),
        habit_of(
            &["id", "references", "on_delete", "default", "immutable", "server", "private"],
            None,
            "it stands on a field",
        ),
        habit_of(&["column", "precision"], None, "it stands on a field"),
        habit_of(&["primary_key", "pk", "key"], None, "put `#[model(id)]` on the field"),
        habit_of(
            &["access", "policy", "rls", "select", "insert", "update", "delete"],
            None,
            "who may do what stands in `#[access(..)]`",
        ),
        COMMENTS,
    ];
    const TEXT: Option<&'static str> = Some("table");
}

impl Place for FieldAttributes {
    const SHAPES: &'static [Shape] = &[
        Shape::alone_or_list("id", "write `id`, or `id(v4)` for a random key"),
        Shape::value("references", "write `references = Parent`, with the name of its struct"),
        Shape::value("on_delete", "write `on_delete = cascade`"),
        Shape::alone_or_list("unique", "write `unique`, or `unique(other)` for a pair"),
        Shape::alone_or_list("index", "write `index`, or `index(hnsw, cosine)`"),
        Shape::value("default", "write `default = ..`, with the value"),
        Shape::alone("immutable", "write `immutable`, or leave it out"),
        Shape::alone("server", "write `server`, or leave it out"),
        Shape::alone("private", "write `private`, or leave it out"),
        Shape::list(
            "precision",
            "write `precision(12, 2)`: all digits, then those behind the point",
        ),
        Shape::value("column", "write `column = \"..\"`"),
        Shape::value("field", "write `field = \"..\"`"),
        Shape::value("only", "write `only = postgres` or `only = firestore`"),
        Shape::alone_or_value("parent", "write `parent`, or `parent = Forum` for one further up"),
        Shape::value("copy_of", "write `copy_of = Member::display_name`"),
        Shape::value("via", "write `via = author`, with the name of a field"),
        Shape::alone("ttl", "write `ttl`, or leave it out"),
        RENAMED,
        ALLOW,
    ];
    const HABITS: &'static [Habit] = &[
        habit_of(&["primary_key", "primary", "pk", "key"], Some("id"), "write `id`"),
        habit_of(
            &["foreign_key", "foreign", "fk", "belongs_to"],
            Some("references"),
            "write `references = Parent, on_delete = cascade`",
        ),
        habit_of(
            &["ondelete", "cascade", "restrict", "set_null", "no_action"],
            Some("on_delete"),
            "write `on_delete = cascade`",
        ),
        habit_of(
            &["nullable", "null", "optional", "not_null", "required"],
            None,
            "leave it out: an `Option` may be absent, everything else is always there",
        ),
        habit_of(
            &["type", "sql_type", "db_type", "column_type"],
            None,
            "leave it out: the column's type follows from the field's",
        ),
        habit_of(
            &["name", "rename", "column_name"],
            Some("column"),
            "write `column = \"..\"` for another name in the table",
        ),
        habit_of(
            &["hnsw", "ivfflat", "cosine", "l2", "l1", "inner_product"],
            Some("index"),
            "write `index(hnsw, cosine)`",
        ),
        habit_of(&["gin"], Some("index"), "write `index(gin)`"),
        habit_of(&["btree", "indexed", "key_index"], Some("index"), "write `index`"),
        habit_of(
            &["readonly", "read_only", "generated", "auto_now", "auto_now_add"],
            None,
            "write `server` (clients never write it) or `immutable` (they never change it)",
        ),
        habit_of(&["hidden", "secret"], Some("private"), "write `private`"),
        habit_of(&["skip", "ignore"], None, "every field of a model is stored"),
        habit_of(&["v4", "v7", "uuid"], Some("id"), "write `id`, or `id(v4)` for a random key"),
        habit_of(&["table", "schema", "collection", "realtime"], None, "it stands on the struct"),
        habit_of(
            &[
                "length",
                "max_length",
                "min",
                "max",
                "range",
                "pattern",
                "check",
                "email",
                "not_blank",
            ],
            None,
            "what a value may be stands in `#[validate(..)]`",
        ),
        COMMENTS,
    ];
    const TEXT: Option<&'static str> = Some("column");
}

impl Place for EnumAttributes {
    const SHAPES: &'static [Shape] = &[
        Shape::alone("native", "write `native`, or leave it out"),
        Shape::value("name", "write `name = \"..\"`"),
        RENAMED,
        CRATE,
    ];
    const HABITS: &'static [Habit] = &[
        habit_of(&["type", "type_name", "rename"], Some("name"), "write `name = \"..\"`"),
        habit_of(
            &["rename_all"],
            None,
            "labels are in snake case; another is `#[model(label = \"..\")]` on its variant",
        ),
        habit_of(&["label"], None, "it stands on a variant"),
        habit_of(&["table", "schema"], None, "an enum is the type of a column, not a table"),
    ];
    const TEXT: Option<&'static str> = Some("name");
}

impl Place for VariantAttributes {
    const SHAPES: &'static [Shape] = &[Shape::value("label", "write `label = \"..\"`"), RENAMED];
    const HABITS: &'static [Habit] = &[
        habit_of(&["rename", "name", "value"], Some("label"), "write `label = \"..\"`"),
        habit_of(&["default"], None, "it stands on the field: `default = Enum::Variant`"),
    ];
    const TEXT: Option<&'static str> = Some("label");
}

impl Place for NewtypeAttributes {
    const SHAPES: &'static [Shape] = &[CRATE];
    const HABITS: &'static [Habit] = &[habit_of(
        &["native", "name", "type", "label"],
        None,
        "leave it out: a newtype is stored as what it holds",
    )];
}
