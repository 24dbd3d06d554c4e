//! The fourteen columns that every model has.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The key of the row.
    Key,
    /// The key of another row.
    Parent,
    /// The key of the profile that owns the row.
    Owner,
    /// A text of at most so many characters.
    Text(usize),
    I32,
    I64,
    F64,
    Bool,
    /// A moment.
    Moment,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) nullable: bool,
}

const fn column(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, nullable: false }
}

/// In the order of the struct.
pub(super) const COLUMNS: [Column; 14] = [
    column("id", Kind::Key),
    column("parent_id", Kind::Parent),
    column("owner_id", Kind::Owner),
    column("title", Kind::Text(120)),
    column("body", Kind::Text(20_000)),
    column("email", Kind::Text(254)),
    column("score", Kind::I32),
    column("total", Kind::I64),
    column("ratio", Kind::F64),
    column("active", Kind::Bool),
    Column { name: "note", kind: Kind::Text(2_000), nullable: true },
    Column { name: "rank", kind: Kind::I32, nullable: true },
    column("created_at", Kind::Moment),
    column("updated_at", Kind::Moment),
];

impl Column {
    /// Its type where keys are plain UUIDs and moments are `moment`.
    pub(super) fn plain_type(&self, moment: &str) -> String {
        let plain = match self.kind {
            Kind::Key | Kind::Parent | Kind::Owner => "Uuid",
            Kind::Text(_) => "String",
            Kind::I32 => "i32",
            Kind::I64 => "i64",
            Kind::F64 => "f64",
            Kind::Bool => "bool",
            Kind::Moment => moment,
        };
        self.optional(plain)
    }

    /// A type inside `Option`, where the column may be absent.
    pub(super) fn optional(&self, inner: &str) -> String {
        if self.nullable { format!("Option<{inner}>") } else { inner.to_owned() }
    }
}
