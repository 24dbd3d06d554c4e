//! Functions: always in the schema `private`, which no API shows, always with
//! a search path of their own (advisor 0011), so that every name in them means
//! what it meant here.
//!
//! The path names `pg_temp`, at the end. One that does not, the empty one
//! above all, finds the caller's temporary types before the server's: whoever
//! makes a `pg_temp.uuid`, a domain whose check calls a function, has that
//! function called as the owner of a helper. `auth.uid()`, which sets no path
//! on Supabase, is under this one too when a helper calls it.
//!
//! Policies, defaults and triggers know the function itself, so those who run
//! them need not be able to name it: nobody is granted the schema, and nobody
//! calls it any other way.

use std::borrow::Cow;

use crate::postgres::catalogue::{
    ArgumentDef, Command, FunctionDef, Names, QualifiedName, SettingDef, TriggerDef, TriggerTiming,
    Volatility,
};
use crate::postgres::plan::condition::helper::Question;
use crate::postgres::plan::condition::helpers::Helper;
use crate::postgres::plan::model::column_default::clock;
use crate::postgres::plan::model::column_type::ColumnType;
use crate::postgres::plan::model::table_model::TableModel;
use crate::postgres::plan::name::derived::name_of;
use crate::postgres::plan::roles::Roles;
use crate::postgres::plan::values::ListCheck;
use crate::postgres::plan::{PRIVATE, text};
use crate::postgres::sql::quote::Ident;
use crate::postgres::sql::write::Sql;
use crate::schema::ValueClass;

/// The search path of every function.
pub(super) fn settings<'a>() -> Vec<SettingDef<'a>> {
    vec![SettingDef { name: "search_path".into(), value: "pg_catalog, pg_temp".into() }]
}

/// The name of the function that makes a UUID of version 7.
const UUIDV7: &str = "uuidv7";

/// RFC 9562: milliseconds since 1970 in 48 bits, the version in 4, and then,
/// as PostgreSQL 18 does, the fraction of the millisecond in 12, so that one
/// session's keys rise within it; 2 bits of variant and 62 of chance come from
/// a UUID of version 4.
const UUIDV7_BODY: &str = "
    select encode(overlay(
        uuid_send(gen_random_uuid())
        placing int8send((t.us / 1000) << 16 | 28672 | (t.us % 1000) * 4096 / 1000)
        from 1 for 8), 'hex')::uuid
    from (select floor(extract(epoch from clock_timestamp()) * 1000000)::bigint) as t (us)
";

/// `uuidv7()`, for servers that have none.
pub(super) fn uuidv7<'a>(callers: Roles) -> FunctionDef<'a> {
    FunctionDef {
        returns: "uuid".into(),
        parallel_safe: true,
        body: UUIDV7_BODY.into(),
        execute: callers.names(),
        ..private(UUIDV7.into())
    }
}

/// A function that sets one column to the moment of the change: one for all
/// tables that have such a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock<'a> {
    /// The column.
    column: &'a str,
    /// Whether the column has a zone; otherwise it holds UTC.
    zoned: bool,
}

impl<'a> Clock<'a> {
    /// The one of a table. `created_at` needs none: clients have no grant for
    /// it, and others may want to set an older moment.
    pub(super) fn of(stored: TableModel<'a>) -> Option<Self> {
        let column = stored
            .columns()
            .find(|column| column.field.is_updated_at() && clock(column.field).is_some())?;
        Some(Self { column: column.name(), zoned: column.field.kind.class() == ValueClass::Moment })
    }

    fn name(self) -> Cow<'static, str> {
        match (self.column, self.zoned) {
            // Almost every table has this one, so it is not made for each.
            ("updated_at", true) => "set_updated_at".into(),
            (column, true) => name_of(["set", column, ""]).into(),
            (column, false) => name_of(["set", column, "utc"]).into(),
        }
    }

    /// The trigger that calls it. A trigger calls its function whoever
    /// changes the row, so nobody needs to be granted it.
    pub(super) fn trigger(self, stored: TableModel<'a>) -> TriggerDef<'a> {
        TriggerDef {
            name: name_of([stored.name(), "set", self.column]).into(),
            timing: TriggerTiming::Before,
            events: Cow::Borrowed(&[Command::Update]),
            function: QualifiedName::new(PRIVATE, self.name()),
        }
    }

    pub(super) fn function(self) -> FunctionDef<'a> {
        let mut body = String::from("\nbegin\n    new.");
        // Writing to a string never fails.
        let _ = Ident::new(self.column).sql(&mut body);
        body.push_str(if self.zoned { " := now();" } else { " := now() at time zone 'utc';" });
        body.push_str("\n    return new;\nend\n");
        FunctionDef {
            returns: "trigger".into(),
            language: "plpgsql".into(),
            body: body.into(),
            ..private(self.name())
        }
    }
}

/// The function that examines the items of a list. Whoever writes the table
/// runs it, and it reads nothing. No item, and no list, violates no rule.
pub(super) fn list_check(list: ListCheck<'_>) -> FunctionDef<'_> {
    let mut body = String::from("\n    select coalesce(bool_and(");
    for (i, check) in list.checks.iter().enumerate() {
        body.push_str(if i > 0 { " and " } else { "" });
        // Writing to a string never fails.
        let _ = check.sql(&mut body);
    }
    body.push_str("), true) from unnest(items) as item\n");
    FunctionDef {
        arguments: vec![ArgumentDef {
            name: "items".into(),
            data_type: ColumnType::of(list.column.field).text(),
        }],
        returns: "boolean".into(),
        volatility: Volatility::Immutable,
        parallel_safe: true,
        body: body.into(),
        execute: Roles::GRANTEES.names(),
        ..private(list.name.into())
    }
}

/// The function that answers `exists(..)`, for policies.
pub(super) fn helper<'a>(helper: &Helper<'a>) -> FunctionDef<'a> {
    let Helper { name, question, callers } = helper;
    let returns = match question.gives {
        Some(column) => Cow::Owned(["setof ", &*ColumnType::of(column.field).text()].concat()),
        None => Cow::Borrowed("boolean"),
    };
    FunctionDef {
        returns,
        volatility: Volatility::Stable,
        security_definer: true,
        body: helper_body(question).into(),
        execute: callers.names(),
        reads: Some(QualifiedName::new(question.member.schema(), question.member.name())),
        ..private(Cow::Owned(name.to_string()))
    }
}

fn helper_body(question: &Question<'_>) -> String {
    let mut body = String::from("\n    select ");
    let given = question.gives.map(|column| text(&column));
    match &given {
        Some(column) => body.extend([column, " from "]),
        None => body.push_str("exists (select from "),
    }
    // Writing to a string never fails.
    let _ = question.member.sql(&mut body);
    if !question.filters.is_empty() {
        body.push_str(" where ");
        let _ = question.write_filters(&mut body);
    }
    match (given, question.gives) {
        // A set with a null in it would make an absence unknown.
        (Some(name), Some(column)) if column.field.nullable => {
            body.push_str(if question.filters.is_empty() { " where " } else { " and " });
            body.extend([&name, " is not null"]);
        }
        (Some(_), _) => {}
        (None, _) => body.push(')'),
    }
    body.push('\n');
    body
}

/// A function in the schema `private` that nobody may call, to be filled in.
fn private(name: Cow<'_, str>) -> FunctionDef<'_> {
    FunctionDef {
        name: QualifiedName { schema: PRIVATE.into(), name },
        arguments: Vec::new(),
        returns: Cow::default(),
        language: "sql".into(),
        volatility: Volatility::Volatile,
        parallel_safe: false,
        security_definer: false,
        settings: settings(),
        body: Cow::default(),
        execute: Names::default(),
        reads: None,
    }
}
