//! The type of a column, as a page shows it.
//!
//! A derive sees tokens and no types, so the usual types are known by their
//! names. A type of the user's own is named, and its page shows the rest; one
//! that is called `String` would be shown as `text`.

use syn::{GenericArgument, PathArguments, Type};

use super::code;
use crate::ir::Field;

/// The cell of the table.
pub(super) fn of(field: &Field) -> String {
    match known(&field.ty, field.precision.as_ref().map(|precision| precision.value)) {
        Ok(sql) => format!("`{sql}`"),
        Err(unknown) => format!("see {}", code(&unknown)),
    }
}

/// The type in SQL, or the name of the type that is not known.
fn known(ty: &Type, precision: Option<(u16, u16)>) -> Result<String, String> {
    let Type::Path(path) = ty else { return Err("the type".to_owned()) };
    let Some(last) = path.path.segments.last() else { return Err("the type".to_owned()) };
    let name = last.ident.to_string();
    let argument = match &last.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.first(),
        PathArguments::None | PathArguments::Parenthesized(_) => None,
    };
    let of = |sql: &str| match argument {
        Some(dimensions) => format!("{sql}({})", quote::ToTokens::to_token_stream(dimensions)),
        None => sql.to_owned(),
    };
    let sql = match (name.as_str(), argument) {
        ("Option", Some(GenericArgument::Type(inner))) => return known(inner, precision),
        ("Vec", Some(GenericArgument::Type(inner))) => match inner {
            Type::Path(byte) if byte.path.is_ident("u8") => "bytea",
            inner => return known(inner, precision).map(|item| item + "[]"),
        },
        ("bool", _) => "boolean",
        ("i16", _) => "smallint",
        ("i32", _) => "integer",
        ("i64", _) => "bigint",
        ("f32", _) => "real",
        ("f64", _) => "double precision",
        ("String", _) => "text",
        ("Uuid" | "Id", _) => "uuid",
        ("DateTime", _) => "timestamptz",
        ("NaiveDate", _) => "date",
        ("NaiveTime", _) => "time",
        ("TimeDelta", _) => "interval",
        ("Json", _) => "jsonb",
        ("IpNetwork", _) => "inet",
        ("Decimal", _) => {
            return Ok(precision.map_or_else(
                || "numeric".to_owned(),
                |(digits, scale)| format!("numeric({digits}, {scale})"),
            ));
        }
        ("Vector", _) => return Ok(of("vector")),
        ("HalfVector", _) => return Ok(of("halfvec")),
        ("SparseVector", _) => return Ok(of("sparsevec")),
        ("BitVector", _) => return Ok(of("bit")),
        _ => return Err(name),
    };
    Ok(sql.to_owned())
}
