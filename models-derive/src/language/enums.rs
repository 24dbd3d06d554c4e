//! `#[model(..)]` on an enum, on its variants, and on a newtype.

use super::{ALONE, CRATE, Key, KeySet, Mistake, VALUE};

pub(crate) const ENUM: KeySet = KeySet {
    keys: &[
        Key::new(
            "native",
            ALONE,
            "write `native`, or leave it out",
            "PostgreSQL's own enum type, and not text with a CHECK.",
        ),
        Key::new(
            "name",
            VALUE,
            "write `name = \"..\"`",
            "The name of the type; the enum's own in snake case by default.",
        ),
        Key::new(
            "renamed_from",
            VALUE,
            "write `renamed_from = \"..\"`",
            "The earlier name of PostgreSQL's own type.",
        ),
        CRATE,
    ],
    mistakes: &[
        Mistake::of(&["type", "type_name", "rename"], "name", "write `name = \"..\"`"),
        Mistake::other(
            &["rename_all"],
            "labels are in snake case; another is `#[model(label = \"..\")]` on its variant",
        ),
        Mistake::other(&["label"], "it stands on a variant"),
        Mistake::other(&["table", "schema"], "an enum is the type of a column, not a table"),
    ],
    key_of_text: Some("name"),
};

pub(crate) const VARIANT: KeySet = KeySet {
    keys: &[
        Key::new(
            "label",
            VALUE,
            "write `label = \"..\"`",
            "The stored text; the variant's name in snake case by default.",
        ),
        Key::new("renamed_from", VALUE, "write `renamed_from = \"..\"`", "The earlier label."),
    ],
    mistakes: &[
        Mistake::of(&["rename", "name", "value"], "label", "write `label = \"..\"`"),
        Mistake::other(&["default"], "it stands on the field: `default = Enum::Variant`"),
    ],
    key_of_text: Some("label"),
};

pub(crate) const NEWTYPE: KeySet = KeySet::new(
    &[CRATE],
    &[Mistake::other(
        &["native", "name", "type", "label"],
        "leave it out: a newtype is stored as what it holds",
    )],
);
