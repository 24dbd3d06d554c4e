//! Vectors. Limits: pgvector 0.8, and Firestore's documentation of 2026.

use super::column::{COLUMN, ColumnTypeDef, DefinedIn, GistDef, NearestDef};
use super::def::{PLAIN, Support, TypeDef};
use super::document::{
    DOCUMENT, DocumentForm, DocumentReader, DocumentTypeDef, RulesTest, TypeScriptDef,
};
use crate::schema::Comparability;

/// No document holds it.
const NOT_IN_DOCUMENTS: &str = "Firestore keeps no sparse vectors and no vectors of bits\n  why: its vectors are lists of 64-bit floats\n  fix: a `Vector`, or `only = postgres` where the model has a table too\n  convention: type_suits_its_engine";

const fn vector(name: &'static str, defined: DefinedIn, nearest: NearestDef) -> TypeDef {
    let column = ColumnTypeDef {
        name,
        defined,
        listed: false,
        btree: false,
        hash: false,
        gist: GistDef::None,
        leakproof: false,
        nearest: Some(nearest),
        ..COLUMN
    };
    TypeDef {
        compared: Comparability::None,
        column: Support::Stored(column),
        document: Support::Refused(NOT_IN_DOCUMENTS),
        ..PLAIN
    }
}

/// A type of pgvector's, with an index by HNSW and IVFFlat.
const fn of_pgvector(name: &'static str, dimensions: u32, ivfflat: bool) -> TypeDef {
    vector(name, DefinedIn::Extension, NearestDef { name, dimensions, bits: false, ivfflat })
}

/// A vector of 64-bit floats, whatever it is in Rust.
const IN_DOCUMENTS: Support<DocumentTypeDef> = Support::Stored(DocumentTypeDef {
    form: DocumentForm::Vector,
    listed: false,
    equals: false,
    ordered: false,
    test: RulesTest::None,
    typescript: TypeScriptDef {
        admin: "FieldVector",
        ..TypeScriptDef::new("firestore.VectorValue", DocumentReader::Vector)
    },
    ..DOCUMENT
});

pub(super) const VECTOR: TypeDef =
    TypeDef { document: IN_DOCUMENTS, ..of_pgvector("vector", 2_000, true) };

pub(super) const HALF_VECTOR: TypeDef =
    TypeDef { document: IN_DOCUMENTS, ..of_pgvector("halfvec", 4_000, true) };

/// Its dimensions are not limited; non-zero elements are (1,000).
pub(super) const SPARSE_VECTOR: TypeDef = of_pgvector("sparsevec", u32::MAX, false);

/// Bits are PostgreSQL's own; their index is pgvector's.
pub(super) const BIT_VECTOR: TypeDef = vector(
    "bit",
    DefinedIn::Catalog,
    NearestDef { name: "bit", dimensions: 64_000, bits: true, ivfflat: true },
);
