//! # `identifier_fits_63_bytes`
//!
//! The name of a table, of its schema and of a column has at most 63 bytes:
//! bytes, not characters.
//!
//! PostgreSQL cuts what is longer, with a notice that is easily missed.
//! Two names that begin alike become one, and the name in the code is no
//! longer the name in the catalogue. Names that are derived from these, of
//! indexes, constraints and policies, are shortened when they are printed,
//! always in the same way.

use super::{Convention, Findings};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::Model;

pub(super) const CONVENTION: Convention = Convention { name: "identifier_fits_63_bytes", check };

/// `NAMEDATALEN - 1` of every PostgreSQL that was not built by hand.
const LIMIT: usize = 63;

fn check(model: &Model, findings: &mut Findings) {
    for (what, name) in [("table", &model.table), ("schema", &model.schema)] {
        if let Some(name) = name.as_ref().filter(|name| name.value.len() > LIMIT) {
            findings.push(too_long(what, &name.value, name.at));
        }
    }
    for field in model.fields.iter().filter(|field| field.is_column(model)) {
        let name = field.column_name();
        if name.len() > LIMIT {
            findings.about(&field.name, too_long("column", name, field.column_at()));
        }
    }
}

fn too_long(what: &str, name: &str, at: Extent) -> Diagnostic {
    let mut end = LIMIT;
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    let cut = name.get(..end).unwrap_or_default();
    Diagnostic::new(at, format!("the {what} name has {} bytes, {LIMIT} fit", name.len()))
        .why(format!("PostgreSQL would cut it to `{cut}`, with no more than a notice"))
        .fix(match what {
            "column" => "shorten it; `#[model(column = \"..\")]` keeps the long name in Rust",
            _ => "shorten it",
        })
}
