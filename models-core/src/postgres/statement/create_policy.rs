//! `create policy`.

use std::fmt::{self, Write};

use crate::postgres::column::table_model::TableModel;
use crate::postgres::condition::checked::{Condition, Lines};
use crate::postgres::condition::helper::Question;
use crate::postgres::statement::command::Command;
use crate::postgres::statement::role::Roles;
use crate::postgres::text::name::NameOf;
use crate::postgres::text::sql::{Sql, display};

/// `create policy ..`, always permissive and for one command.
#[derive(Clone, Debug)]
pub struct CreatePolicy<'a> {
    /// The table it is for.
    pub table: TableModel<'a>,
    /// The command it is for.
    pub command: Command,
    /// Whom it is for.
    pub to: Roles,
    /// The rows it lets through.
    pub rows: Rows<'a>,
}

impl<'a> CreatePolicy<'a> {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> Box<str> {
        self.derived().plain()
    }

    fn derived(&self) -> NameOf<'a> {
        let whose = match self.rows {
            Rows::None | Rows::All | Rows::OpenWrite | Rows::Where(_) => "",
            Rows::Asked(_) => "owner",
        };
        NameOf([self.table.name(), self.command.word(), whose])
    }
}

/// The rows that a policy lets through.
#[derive(Clone, Debug)]
pub enum Rows<'a> {
    /// None: nothing is allowed that is not said.
    None,
    /// All of them.
    All,
    /// All of them, for a write. The roles are named once more, because
    /// `true` there is taken for an oversight (advisor 0024).
    OpenWrite,
    /// Those for which this is true.
    Where(Condition<'a>),
    /// Those that any of these helpers looks at.
    Asked(Vec<Question<'a>>),
}

impl Sql for CreatePolicy<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("create policy ")?;
        self.derived().sql(w)?;
        w.write_str(" on ")?;
        self.table.sql(w)?;
        w.write_str("\n    for ")?;
        w.write_str(self.command.word())?;
        w.write_str(" to ")?;
        self.to.sql(w)?;
        if self.command.asks_of_the_row_before() {
            w.write_str("\n    using (")?;
            self.rows.sql(w)?;
            w.write_char(')')?;
        }
        if self.command.asks_of_the_row_after() {
            w.write_str("\n    with check (")?;
            self.rows.sql(w)?;
            w.write_char(')')?;
        }
        Ok(())
    }
}

impl Sql for Rows<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match self {
            Self::None => w.write_str("false"),
            Self::All => w.write_str("true"),
            Self::OpenWrite => w.write_str("current_user in ('anon', 'authenticated')"),
            Self::Where(condition) => Lines(condition).sql(w),
            Self::Asked(questions) => {
                for (i, question) in questions.iter().enumerate() {
                    if i > 0 {
                        w.write_str(" or ")?;
                    }
                    if question.filters.is_empty() {
                        w.write_str("true")?;
                    } else {
                        question.write_filters(w)?;
                    }
                }
                Ok(())
            }
        }
    }
}

display!(CreatePolicy<'_>);
