//! A type in a table of PostgreSQL.

/// A column.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct ColumnTypeDef {
    /// The name of the type, without its schema and what is in parentheses.
    pub name: &'static str,
    /// Where the type is defined.
    pub defined: DefinedIn,
    /// Whether `name[]` is a list of it.
    pub listed: bool,
    /// The moment of the transaction as this type.
    pub now: Option<&'static str>,
    /// A list without elements as this type.
    pub empty: Option<&'static str>,
    /// The cast after a text that represents a value.
    pub cast: &'static str,
    /// The cast that widens a value before it is compared with a literal.
    pub widened: &'static str,
    /// Whether it holds `NaN`, which is greater than all numbers there.
    pub nan: bool,
    /// Whether a B-tree can index it.
    pub btree: bool,
    /// Whether a hash index can.
    pub hash: bool,
    /// Whether GIN can.
    pub gin: bool,
    /// What GiST compares of it.
    pub gist: GistDef,
    /// What a CHECK refuses because no value in Rust is like it; empty where the
    /// type holds nothing else. `{}` stands for the column.
    pub domain: &'static str,
    /// Whether `=` is leakproof, so that an index serves it under row security;
    /// `<` is too, where there is one.
    pub leakproof: bool,
    /// What pgvector indexes of it.
    pub nearest: Option<NearestDef>,
}

/// A built-in type of PostgreSQL with an order and nothing special.
pub(super) const COLUMN: ColumnTypeDef = ColumnTypeDef {
    name: "",
    defined: DefinedIn::Catalog,
    listed: true,
    now: None,
    empty: None,
    cast: "",
    widened: "",
    nan: false,
    btree: true,
    hash: true,
    gin: false,
    gist: GistDef::Equality,
    domain: "",
    leakproof: true,
    nearest: None,
};

/// What a GiST index compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GistDef {
    /// It does not index the type.
    None,
    /// Whether two values are equal, through the extension `btree_gist`.
    Equality,
    /// Whether two values overlap.
    Overlap,
}

/// Where a column's type is defined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefinedIn {
    /// Built into PostgreSQL.
    Catalog,
    /// By an extension.
    Extension,
    /// By the script: the name is in the description of the field.
    Script,
}

/// Indexes over vectors.
#[derive(Debug)]
pub struct NearestDef {
    /// What operator classes call the type.
    pub name: &'static str,
    /// Up to how many dimensions.
    pub dimensions: u32,
    /// Whether its elements are bits: other distances.
    pub bits: bool,
    /// Whether IVFFlat also indexes it, beside HNSW.
    pub ivfflat: bool,
}
