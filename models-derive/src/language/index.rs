//! What stands in `index(..)`, `unique(..)` and `exclude(..)`.

use super::{ALONE, Key, KeySet, LIST, Mistake, VALUE};

/// Keys and words beside the fields of an index.
pub(crate) const INDEX: KeySet = KeySet::new(
    &[
        Key::new("where", VALUE, "write `where = ..`", "Only rows that meet this condition."),
        Key::new(
            "include",
            LIST,
            "write `include(..)`",
            "Fields that are stored in the index and not searched.",
        ),
        Key::new("m", VALUE, "write `m = ..`", "`hnsw`: links of each node."),
        Key::new(
            "ef_construction",
            VALUE,
            "write `ef_construction = ..`",
            "`hnsw`: candidates while the index is built.",
        ),
        Key::new("lists", VALUE, "write `lists = ..`", "`ivfflat`: the number of lists."),
        Key::new("only", VALUE, "write `only = postgres`", "The one engine that has the index."),
    ],
    &[
        Mistake::other(
            &[
                "method",
                "using",
                "type",
                "algorithm",
                "distance",
                "metric",
                "ops",
                "opclass",
                "operator",
                "operator_class",
            ],
            "write `index(hnsw, cosine)`: a method and a distance are words alone",
        ),
        Mistake::other(&["filter", "condition", "predicate", "when"], "write `where = ..`"),
    ],
);

/// Methods, distances, orders and `none`: words without a value.
pub(crate) const INDEX_WORDS: KeySet = KeySet::new(
    &[
        word("btree", "A tree: equal, less and greater; the default."),
        word("gin", "The items of a list, the keys of a JSON document."),
        word("gist", "What a range overlaps."),
        word("hnsw", "The nearest vectors, through a graph."),
        word("ivfflat", "The nearest vectors, through lists."),
        word("flat", "The nearest vectors in Firestore, which compares all of them."),
        word("cosine", "Distance of vectors: the angle between them."),
        word("l2", "Distance of vectors: Euclidean."),
        word("l1", "Distance of vectors: Manhattan."),
        word("inner_product", "Distance of vectors: the negative inner product."),
        word("hamming", "Distance of bits: how many differ."),
        word("jaccard", "Distance of bits: of the sets that they mark."),
        word("desc", "Behind a field: from the greatest on."),
        word("asc", "Behind a field: from the smallest on, the default."),
        word("none", "On a field: not even the index that would be made without being declared."),
    ],
    &[],
);

/// Keys and words beside the fields of `unique(..)`.
pub(crate) const UNIQUE: KeySet = KeySet::new(
    &[
        Key::new("where", VALUE, "write `where = ..`", "Only rows that meet this condition."),
        word("nulls_not_distinct", "Two absent values are equal."),
        Key::new(
            "only",
            VALUE,
            "write `only = postgres`",
            "The one engine that has the constraint.",
        ),
    ],
    &[],
);

/// Keys beside the fields of `exclude(..)`.
pub(crate) const EXCLUDE: KeySet = KeySet::new(
    &[
        Key::new("where", VALUE, "write `where = ..`", "Only rows that meet this condition."),
        Key::new(
            "only",
            VALUE,
            "write `only = postgres`",
            "The one engine that has the constraint.",
        ),
    ],
    &[Mistake::other(
        &["using", "with", "gist"],
        "write `exclude(room_id, during)`: a range is compared with `&&`, the other fields with `=`",
    )],
);

const fn word(name: &'static str, meaning: &'static str) -> Key {
    Key::new(name, ALONE, "", meaning)
}
