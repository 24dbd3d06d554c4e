//! What is wrong, in words.

use std::fmt;

use super::ErrorKind;
use crate::firestore::indexes::limit::MAX_DIMENSIONS;
use crate::firestore::rules::{Operation, limits};

impl fmt::Display for ErrorKind {
    #[expect(clippy::too_many_lines, reason = "a sentence for each kind")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name { name, wrong } => {
                let start: String = name.chars().take(40).collect();
                write!(f, "Firestore does not allow a name like {start:?}: {wrong}")
            }
            Self::CollectionTwice => f.write_str("another model has the same collection"),
            Self::FieldTwice(name) => write!(f, "two fields are called {name:?} in the document"),
            Self::Key => f.write_str("exactly one field must be the id of the document; mark it with `id`"),
            Self::Ancestor => f.write_str("it holds the id of a document that is not above this one"),
            Self::NoField => f.write_str("documents have no such field"),
            Self::Type => f.write_str("a document cannot hold a value of its type"),
            Self::Private => f.write_str(
                "it is private, but clients may read the document, and a document is read as a whole",
            ),
            Self::Default => f.write_str("its default does not fit its type"),
            Self::NameTaken(name) => write!(f, "something else is called `{name}` in TypeScript"),
            Self::EnumDiffers(name) => {
                write!(f, "two enums are called `{name}`, with different labels")
            }
            Self::InPath => f.write_str(
                "it is in the path of a document, which indexes do not contain; remove it from the index",
            ),
            Self::EmptyIndex => f.write_str("an index has no fields"),
            Self::Unindexed => f.write_str(
                "it has `index(none)`, but an index, a copy or the rule for reading needs it",
            ),
            Self::IndexTwice(fields) => write!(f, "the index over {fields} is declared twice"),
            Self::PartTwice => f.write_str("an index names it twice"),
            Self::Index => f.write_str(
                "it cannot be indexed like this; check its type, its place and the method",
            ),
            Self::Dimensions(dimensions) => write!(
                f,
                "the vector has {dimensions} dimensions; an index allows 1 to {MAX_DIMENSIONS}"
            ),
            Self::TwoLists => {
                f.write_str("it is the second list of an index, which can hold only one")
            }
            Self::Partial => f.write_str(
                "Firestore's indexes hold all documents and no additional fields; remove `where` \
                 and `include`",
            ),
            Self::TooMany { limit, number } => {
                write!(f, "{number} {limit}; Firestore allows {}", limit.most())
            }
            Self::TwoTtls(other) => write!(
                f,
                "`{other}` determines when a document is deleted, too; Firestore reads one of them"
            ),
            Self::ForeignTtl(other) => write!(
                f,
                "its `ttl` would delete documents of `{other}`, whose collection and field have \
                 the same names; rename one of them"
            ),
            Self::CopyByKey(via) => write!(
                f,
                "its copies could not be found: `{via}` is the document's id, which Firestore \
                 cannot search for across collections; repeat it in a field"
            ),
            Self::Copy { wrong } => f.write_str(wrong),
            Self::Collection(name) => write!(
                f,
                "rules cannot match a collection called {name:?}: use letters and digits of \
                 ASCII, `_` and `-`"
            ),
            Self::NotOfTheDocument => f.write_str(
                "a relation between fields may depend on the document only, not on the caller or \
                 the time",
            ),
            Self::Vector => f.write_str(
                "clients may write this vector, but rules cannot see its size; mark it with \
                 `server`",
            ),
            Self::Incomparable { left, right } => {
                write!(f, "rules cannot compare {left} with {right} as Rust does")
            }
            Self::Unordered { left, right } => write!(
                f,
                "rules order {left} and {right} differently than Rust does; compare with `==`, or \
                 with a plain text"
            ),
            Self::Number(number) => write!(f, "rules cannot compare with the number {number}"),
            Self::NotACondition(value) => write!(f, "{value} is neither true nor false"),
            Self::EmptyClaim => f.write_str("a claim has no path"),
            Self::SqlText => {
                f.write_str("`sql(..)` is written for PostgreSQL, and this model has a collection")
            }
            Self::NoMember(model) => write!(
                f,
                "a rule needs documents of `{model}`, which is in no collection of the schema"
            ),
            Self::MemberPath { model, missing } => write!(
                f,
                "`exists({model} {{ .. }})` must determine one document; it lacks {}",
                listed(missing.iter().map(|name| format!("`{name}`")))
            ),
            Self::MemberTwice { model, field } => {
                write!(f, "`exists({model} {{ .. }})` names `{field}` twice")
            }
            Self::Group => f.write_str(
                "nobody could read all collections of this name together: the rule for \
                 reading needs the ids of the documents above, which such a query does not \
                 name",
            ),
            Self::GroupName(model) => write!(
                f,
                "`collection_group` would let its readers read `{model}`, whose collection \
                 has the same name"
            ),
            Self::Budget { operation, cost, fields } => budget(f, *operation, *cost, fields),
            Self::Reads { operation, reads } => write!(
                f,
                "{operation} reads {reads} documents of the {} that one decision may read",
                limits::READS
            ),
            Self::Nesting(depth) => {
                write!(f, "a condition is {depth} deep; rules compile up to {}", limits::NESTING)
            }
            Self::Depth(depth) => write!(
                f,
                "{depth} collections inside one another; rules nest up to {}",
                limits::DEPTH - 1
            ),
            Self::Source(bytes) => write!(
                f,
                "the rules have {bytes} bytes of the {} that a file may have",
                limits::SOURCE
            ),
            Self::RegionHasNoEnd => {
                f.write_str("the region of hand-written rules has no end, `// </own>`")
            }
            Self::RegionHasNoStart => f.write_str("`// </own>` ends a region that did not begin"),
            Self::RegionTwice => f.write_str("two regions of hand-written rules have this name"),
            Self::RegionIsGone => f.write_str(
                "hand-written rules stand in the region of a collection that does not exist any \
                 more; move or delete them",
            ),
        }
    }
}

fn budget(
    f: &mut fmt::Formatter<'_>,
    operation: Operation,
    cost: u32,
    fields: &[(String, u32)],
) -> fmt::Result {
    write!(f, "{operation} takes {cost} expressions of the 1,000 that one decision may evaluate")?;
    if fields.is_empty() {
        return Ok(());
    }
    let fields = fields.iter().map(|(field, cost)| format!("`{field}` {cost}"));
    write!(f, "; the most for {}", listed(fields))
}

fn listed(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}
