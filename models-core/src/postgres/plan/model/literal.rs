//! Values that are written in a description.

use std::fmt::{self, Write};

use crate::postgres::sql::quote::Quoted;
use crate::postgres::sql::write::Sql;
use crate::schema::Literal;

impl Sql for Literal {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match self {
            Self::Bool(true) => w.write_str("true"),
            Self::Bool(false) => w.write_str("false"),
            Self::Int(int) => write!(w, "{int}"),
            // The shortest digits that are this number again.
            Self::Float(float) if float.is_finite() => write!(w, "{float:?}"),
            Self::Float(float) if float.is_nan() => w.write_str("'NaN'::double precision"),
            Self::Float(float) if *float > 0.0 => w.write_str("'Infinity'::double precision"),
            Self::Float(_) => w.write_str("'-Infinity'::double precision"),
            Self::Text(text) => Quoted(text).sql(w),
        }
    }
}
