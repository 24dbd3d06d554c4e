//! What Supabase would have: the roles, and the functions that say who calls.
//!
//! The client roles are not granted to the owner, who would then be under
//! their policies too.

use std::borrow::Cow;

use super::functions::settings;
use super::roles::Roles;
use crate::postgres::catalogue::{
    AUTH_SCHEMA, CLIENT_ROLES, Catalogue, ConstraintDef, ConstraintKind, FunctionDef, Grant, Names,
    PUBLIC, Privilege, QualifiedName, RoleDef, SchemaDef, TableColumn, TableDef, Volatility,
};

/// Adds it to a catalogue.
pub(super) fn add(catalogue: &mut Catalogue<'_>) {
    catalogue.roles = CLIENT_ROLES
        .into_iter()
        .map(|name| RoleDef { name: name.into(), bypasses_row_security: name == "service_role" })
        .collect();
    let usage = Roles::GRANTEES.names();
    match catalogue.schemas.iter_mut().find(|schema| schema.name == AUTH_SCHEMA) {
        Some(schema) => schema.usage = usage,
        None => catalogue.schemas.push(SchemaDef { name: AUTH_SCHEMA.into(), usage }),
    }
    catalogue.tables.push(users());
    catalogue.functions.extend(FUNCTIONS.map(|(name, returns, body)| FunctionDef {
        name: QualifiedName::new(AUTH_SCHEMA, name),
        arguments: Vec::new(),
        returns: returns.into(),
        language: "sql".into(),
        volatility: Volatility::Stable,
        parallel_safe: true,
        security_definer: false,
        settings: settings(),
        body: body.into(),
        execute: Names::Borrowed(&[Cow::Borrowed(PUBLIC)]),
        reads: None,
    }));
}

/// Name, type of the result, and body.
const FUNCTIONS: [(&str, &str, &str); 4] = [
    (
        "jwt",
        "jsonb",
        "\n    select nullif(current_setting('request.jwt.claims', true), '')::jsonb\n",
    ),
    (
        "uid",
        "uuid",
        "\n    select (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid\n",
    ),
    (
        "role",
        "text",
        "\n    select nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'\n",
    ),
    (
        "email",
        "text",
        "\n    select nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email'\n",
    ),
];

fn users<'a>() -> TableDef<'a> {
    let column =
        |name: &'static str, data_type: &'static str, default: Option<&'static str>| TableColumn {
            name: name.into(),
            data_type: data_type.into(),
            not_null: name != "email",
            default: default.map(Cow::Borrowed),
            comment: None,
        };
    TableDef {
        name: QualifiedName::new(AUTH_SCHEMA, "users"),
        comment: None,
        columns: vec![
            column("id", "uuid", None),
            column("email", "text", None),
            column("created_at", "timestamptz", Some("now()")),
        ],
        constraints: vec![ConstraintDef {
            name: "users_pkey".into(),
            kind: ConstraintKind::PrimaryKey { columns: Names::Borrowed(&[Cow::Borrowed("id")]) },
        }],
        indexes: Vec::new(),
        triggers: Vec::new(),
        row_security: false,
        force_row_security: false,
        policies: Vec::new(),
        grants: vec![Grant {
            privileges: Cow::Borrowed(&Privilege::ROWS),
            columns: None,
            to: Roles::SERVICE.names(),
            with_grant_option: false,
        }],
    }
}
