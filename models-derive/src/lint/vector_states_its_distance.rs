//! # `vector_states_its_distance`
//!
//! An index of vectors names its distance: `index(hnsw, cosine)`. No other
//! index does.
//!
//! pgvector has no default for HNSW, and for IVFFlat one (`l2`) that few
//! embeddings were trained for. A query is served only by an index with the
//! distance of its own operator; with another one it reads the whole table
//! and nothing says so.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::{MethodKind, Model};

pub(super) const CONVENTION: Convention = Convention { name: "vector_states_its_distance", check };

fn check(model: &Model, findings: &mut Findings) {
    for index in &model.indexes {
        let method = index.method.kind.name();
        let vectors = index.method.kind.measures();
        // A name that is not a field may be a mistyped distance.
        let is_named = index.parts.iter().all(|part| model.field(&part.field).is_some());
        match &index.method.distance {
            None if vectors && is_named && index.method.kind != MethodKind::Flat => findings.push(
                Diagnostic::new(index.at, format!("an `{method}` index without a distance"))
                    .why("an index serves only queries that measure the same distance")
                    .fix(format!("write `{method}, cosine`, or `l2`, `l1`, `inner_product`, `hamming` or `jaccard`: the one your embeddings were trained for")),
            ),
            Some(distance) if index.method.kind == MethodKind::Flat => findings.push(
                Diagnostic::new(distance.at, "a distance in a `flat` index")
                    .why("the query chooses one, and Firestore measures every vector")
                    .fix(format!("leave `{}` out", distance.value.name())),
            ),
            Some(distance) if !vectors => {
                let word = distance.value.name();
                findings.push(
                    Diagnostic::new(distance.at, format!("the distance `{word}` in an index that is not one of vectors"))
                        .why("a tree and a GIN index compare, they do not measure")
                        .fix(format!("write `hnsw, {word}` for a vector, or leave `{word}` out")),
                );
            }
            None | Some(_) => {}
        }
    }
}
