//! Grants: what a rule allows, and nothing else.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::postgres::catalogue::{Catalogue, Command, Grant, Names, Privilege};
use crate::postgres::plan::model::table_model::TableModel;
use crate::postgres::plan::roles::Roles;
use crate::schema::Field;

/// What clients need for a command on a table; `None` when there is no column
/// that they may name in it.
pub(super) fn for_clients<'a>(
    command: Command,
    stored: TableModel<'a>,
    to: Roles,
) -> Option<Grant<'a>> {
    let columns = || stored.columns().filter(|column| may_name(command, column.field));
    let of_table = match command {
        Command::Select => stored.columns().all(|column| may_name(command, column.field)),
        Command::Insert | Command::Update => false,
        Command::Delete => true,
    };
    let columns: Option<Names<'a>> = (!of_table).then(|| {
        let mut names = Vec::with_capacity(stored.model.fields.len());
        names.extend(columns().map(|column| Cow::Borrowed(column.name())));
        Names::Owned(names)
    });
    if columns.as_ref().is_some_and(|columns| columns.is_empty()) {
        return None;
    }
    let privileges: &'static [Privilege] = match command {
        Command::Select => &[Privilege::Select],
        Command::Insert => &[Privilege::Insert],
        Command::Update => &[Privilege::Update],
        Command::Delete => &[Privilege::Delete],
    };
    Some(Grant {
        privileges: Cow::Borrowed(privileges),
        columns,
        to: to.names(),
        with_grant_option: false,
    })
}

/// What the service role needs: to bypass policies is not a privilege on a
/// table.
pub(super) fn for_service<'a>() -> Grant<'a> {
    Grant {
        privileges: Cow::Borrowed(&Privilege::ROWS),
        columns: None,
        to: Roles::SERVICE.names(),
        with_grant_option: false,
    }
}

/// Whether clients may name a field in a command.
fn may_name(command: Command, field: &Field) -> bool {
    match command {
        Command::Select => !field.private,
        Command::Insert => field.insertable_by_clients(),
        Command::Update => field.updatable_by_clients(),
        Command::Delete => false,
    }
}

/// Who may name what is in a schema.
#[derive(Debug, Default)]
pub(super) struct Usage<'a>(BTreeMap<&'a str, Roles>);

impl<'a> Usage<'a> {
    /// Lets these roles.
    pub(super) fn add(&mut self, schema: &'a str, roles: Roles) {
        let users = self.0.entry(schema).or_default();
        *users = users.and(roles);
    }

    /// Writes it into a catalogue.
    pub(super) fn finish(self, catalogue: &mut Catalogue<'a>) {
        for schema in &mut catalogue.schemas {
            if let Some(roles) = self.0.get(&*schema.name) {
                schema.usage = roles.names();
            }
        }
    }
}
