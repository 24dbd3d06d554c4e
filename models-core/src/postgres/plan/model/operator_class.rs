//! What an index over vectors takes for near.

use std::fmt::{self, Write};

use crate::postgres::plan::model::column_type::EXTENSION_SCHEMA;
use crate::postgres::sql::write::Sql;
use crate::schema::{Distance, Method, Type};

/// One of pgvector's operator classes. HNSW has no default among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OperatorClass {
    vector: &'static str,
    distance: &'static str,
}

impl OperatorClass {
    /// The class for an index over vectors of this type; `None` where
    /// pgvector has none, or the index is not over vectors.
    pub(crate) fn of(kind: &Type, method: &Method) -> Option<Self> {
        let (distance, hnsw) = match method {
            Method::BTree | Method::Gin | Method::Gist | Method::Flat => return None,
            Method::Hnsw { distance, .. } => (*distance, true),
            Method::IvfFlat { distance, .. } => (*distance, false),
        };
        let nearest = kind.column()?.nearest.as_ref()?;
        if !hnsw && !nearest.ivfflat {
            return None;
        }
        let distance = match (distance, nearest.bits) {
            (Distance::Cosine, false) => "cosine",
            (Distance::L2, false) => "l2",
            (Distance::L1, false) if hnsw => "l1",
            (Distance::InnerProduct, false) => "ip",
            (Distance::Hamming, true) => "hamming",
            (Distance::Jaccard, true) if hnsw => "jaccard",
            (
                Distance::Cosine
                | Distance::L2
                | Distance::L1
                | Distance::InnerProduct
                | Distance::Hamming
                | Distance::Jaccard,
                _,
            ) => return None,
        };
        Some(Self { vector: nearest.name, distance })
    }
}

impl Sql for OperatorClass {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        for part in [EXTENSION_SCHEMA, ".", self.vector, "_", self.distance, "_ops"] {
            w.write_str(part)?;
        }
        Ok(())
    }
}
