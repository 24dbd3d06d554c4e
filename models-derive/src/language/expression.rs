//! What other languages have where a condition or a default stands.

use super::{Mistake, Misuse};

/// Behind a whole condition: words, and operators by how they begin.
pub(crate) const AFTER_CONDITION: &[Misuse] = &[
    Misuse { written: &["and", "&"], what: "conditions are joined with `&&`", fix: "write `&&`" },
    Misuse { written: &["or", "|"], what: "conditions are joined with `||`", fix: "write `||`" },
    Misuse {
        written: &["is"],
        what: "absence is asked for with a method",
        fix: "write `.is_none()` or `.is_some()`",
    },
    Misuse {
        written: &["not"],
        what: "the opposite is written `!`, in front",
        fix: "write `!(value in [..])`",
    },
    Misuse {
        written: &["like", "ilike", "similar", "between", "contains", "overlaps"],
        what: "a rule does not know this operator",
        fix: "write `sql(\"..\")`",
    },
    Misuse { written: &["as"], what: "a rule casts nothing", fix: "compare values of one type" },
    Misuse {
        written: &["==", "!=", "."],
        what: "a condition is not compared with anything",
        fix: "compare values; the opposite of a condition is `!(..)`",
    },
    Misuse {
        written: &["+", "-", "*", "/", "%"],
        what: "a rule computes nothing",
        fix: "keep the value in a field, or write `sql(\"..\")`",
    },
];

/// Comparisons that are written differently.
pub(crate) const OPERATOR_MISTAKES: &[Misuse] = &[
    Misuse { written: &["==="], what: "equality has two signs", fix: "write `==`" },
    Misuse { written: &["<>"], what: "inequality has an exclamation mark", fix: "write `!=`" },
    Misuse { written: &["=>"], what: "at least is written the other way round", fix: "write `>=`" },
    Misuse { written: &["="], what: "a comparison has two signs", fix: "write `==`" },
];

/// What stands for an absent value elsewhere.
pub(crate) const NULLS: [&str; 6] = ["None", "null", "NULL", "Null", "nil", "undefined"];

/// Methods that a rule does not know. `{value}` is what the method is called on.
pub(crate) const METHOD_MISTAKES: &[Mistake] = &[
    Mistake::other(&["eq"], "write `{value} == ..`"),
    Mistake::other(&["ne"], "write `{value} != ..`"),
    Mistake::other(
        &[
            "unwrap",
            "as_ref",
            "as_deref",
            "as_str",
            "clone",
            "to_string",
            "to_owned",
            "into",
            "is_some_and",
            "unwrap_or_default",
            "unwrap_or",
            "copied",
            "cloned",
        ],
        "write `{value}`: an `Option` is looked through, and absent is unknown",
    ),
    Mistake::other(
        &[
            "contains",
            "starts_with",
            "ends_with",
            "len",
            "is_empty",
            "any",
            "all",
            "iter",
            "get",
            "to_lowercase",
            "matches",
        ],
        "write `sql(\"..\")`; one of several values is `{value} in [.., ..]`",
    ),
];

/// Names for the row itself.
pub(crate) const ROW_NAMES: [&str; 8] = ["row", "new", "old", "this", "record", "NEW", "OLD", "it"];

/// Names for the caller.
pub(crate) const CALLER_NAMES: [&str; 6] =
    ["user", "current_user", "session", "caller", "request", "me"];

/// Values that Rust or SQL would have behind `default =`: the end of a path.
pub(crate) const DEFAULTS: &[Mistake] = &[
    Mistake::other(&["Utc::now", "now", "current_timestamp"], "write `now()`"),
    Mistake::other(&["Vec::new", "Vec::default", "vec!"], "write `[]`"),
    Mistake::other(&["String::new", "String::default"], "write `\"\"`"),
    Mistake::other(&["None"], "leave it out: what is not given is absent"),
    Mistake::other(&["Some"], "write the value without `Some`"),
];
