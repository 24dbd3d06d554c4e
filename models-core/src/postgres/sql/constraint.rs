//! Constraints: clauses of `create table`, and foreign keys, which are added
//! when all tables are there, so that they may refer to each other in a circle.

use std::fmt::{self, Write};

use crate::postgres::catalogue::{ConstraintDef, ConstraintKind};
use crate::postgres::sql::quote::{Ident, Idents};
use crate::postgres::sql::table::TableRef;
use crate::postgres::sql::write::Sql;
use crate::schema::OnDelete;

/// `constraint .. check (..)`
pub(super) fn clause<W: Write + ?Sized>(w: &mut W, constraint: &ConstraintDef<'_>) -> fmt::Result {
    w.write_str("constraint ")?;
    Ident::new(&constraint.name).sql(w)?;
    w.write_char(' ')?;
    constraint.kind.sql(w)
}

/// `alter table .. add constraint ..`
pub(super) fn add<W: Write + ?Sized>(
    w: &mut W,
    table: TableRef<'_>,
    constraint: &ConstraintDef<'_>,
) -> fmt::Result {
    w.write_str("alter table ")?;
    table.sql(w)?;
    w.write_str(" add constraint ")?;
    Ident::new(&constraint.name).sql(w)?;
    w.write_str("\n    ")?;
    constraint.kind.sql(w)
}

/// All that distinguishes a constraint from another of the same name.
pub(crate) fn definition(table: TableRef<'_>, kind: &ConstraintKind<'_>) -> String {
    let mut text = table.to_string();
    text.push(' ');
    // Writing to a string never fails.
    let _ = kind.sql(&mut text);
    text
}

impl Sql for ConstraintKind<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match self {
            Self::PrimaryKey { columns } => {
                w.write_str("primary key (")?;
                Idents(columns).sql(w)?;
                w.write_char(')')
            }
            Self::Unique { columns, nulls_not_distinct } => {
                w.write_str("unique ")?;
                if *nulls_not_distinct {
                    w.write_str("nulls not distinct ")?;
                }
                w.write_char('(')?;
                Idents(columns).sql(w)?;
                w.write_char(')')
            }
            Self::Check { condition } => {
                w.write_str("check (")?;
                w.write_str(condition)?;
                w.write_char(')')
            }
            Self::Exclusion { equal, range, predicate } => {
                w.write_str("exclude using gist (")?;
                for column in equal.iter() {
                    Ident::new(column).sql(w)?;
                    w.write_str(" with =, ")?;
                }
                Ident::new(range).sql(w)?;
                w.write_str(" with &&)")?;
                if let Some(predicate) = predicate {
                    w.write_str(" where (")?;
                    w.write_str(predicate)?;
                    w.write_char(')')?;
                }
                Ok(())
            }
            Self::ForeignKey { columns, parent, parent_columns, on_delete } => {
                w.write_str("foreign key (")?;
                Idents(columns).sql(w)?;
                w.write_str(") references ")?;
                parent.sql(w)?;
                w.write_str(" (")?;
                Idents(parent_columns).sql(w)?;
                w.write_str(match on_delete {
                    OnDelete::Cascade => ") on delete cascade",
                    OnDelete::Restrict => ") on delete restrict",
                    OnDelete::NoAction => ") on delete no action",
                    OnDelete::SetNull => ") on delete set null",
                    OnDelete::SetDefault => ") on delete set default",
                })
            }
        }
    }
}
