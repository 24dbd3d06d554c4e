//! Tokens that mean something somewhere, in any order, and items around them.

use proptest::prelude::*;

/// Words that mean something somewhere in the attributes.
const WORDS: &[&str] = &[
    "model",
    "access",
    "validate",
    "query",
    "table",
    "schema",
    "index",
    "unique",
    "realtime",
    "renamed_from",
    "allow",
    "crate",
    "reason",
    "id",
    "v4",
    "v7",
    "references",
    "on_delete",
    "cascade",
    "set_null",
    "default",
    "immutable",
    "server",
    "private",
    "precision",
    "column",
    "where",
    "include",
    "hnsw",
    "ivfflat",
    "gin",
    "btree",
    "none",
    "cosine",
    "m",
    "lists",
    "desc",
    "asc",
    "native",
    "name",
    "label",
    "nulls_not_distinct",
    "select",
    "insert",
    "update",
    "delete",
    "anyone",
    "authenticated",
    "nobody",
    "service",
    "auth",
    "uid",
    "role",
    "email",
    "claim",
    "now",
    "exists",
    "sql",
    "rules",
    "in",
    "is_none",
    "is_some",
    "and",
    "or",
    "not",
    "is",
    "null",
    "None",
    "Some",
    "self",
    "Self",
    "true",
    "false",
    "Thing",
    "Status",
    "Draft",
    "owner_id",
    "count",
    "title",
    "r#type",
    "if",
    "as",
    "fn",
    "dyn",
    "return",
    "x",
    "_",
    "table_is_snake_case",
    "policy_column_is_indexed",
];

const LITERALS: &[&str] = &[
    "0",
    "3",
    "12",
    "-1",
    "1.5",
    "1e999",
    "99999999999999999999",
    "\"\"",
    "\"a\"",
    "\"a.b\"",
    "\"..\"",
    "\"\\0\"",
    "'a'",
    "b\"a\"",
    "c\"a\"",
    "3u8",
    "\"user_metadata.role\"",
    "'static",
    "\"a very long name that goes on and on and on, past what any database would keep\"",
];

const OPERATORS: &[&str] = &[
    "==", "!=", "<", "<=", ">", ">=", "=", "=>", "&&", "||", "&", "|", "!", ",", ";", ".", "..",
    "::", ":", "+", "-", "*", "/", "%", "?", "#", "$", "@", "->", "^", "~",
];

/// One token, or a group of them.
pub(super) fn tokens(depth: u32) -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        6 => prop::sample::select(WORDS).prop_map(str::to_owned),
        2 => prop::sample::select(LITERALS).prop_map(str::to_owned),
        5 => prop::sample::select(OPERATORS).prop_map(str::to_owned),
        1 => "[a-z_][a-z0-9_]{0,8}",
    ];
    leaf.prop_recursive(depth, 64, 8, |inner| {
        let list = prop::collection::vec(inner, 0..8).prop_map(|parts| parts.join(" "));
        prop_oneof![
            list.clone(),
            list.clone().prop_map(|list| format!("({list})")),
            list.clone().prop_map(|list| format!("[{list}]")),
            list.prop_map(|list| format!("{{{list}}}")),
        ]
    })
}

/// A rule that is nearly in the language.
pub(super) fn condition() -> impl Strategy<Value = String> {
    let operand = prop_oneof![
        prop::sample::select(&["owner_id", "count", "title", "status", "r#type", "nothing"][..])
            .prop_map(str::to_owned),
        prop::sample::select(
            &["auth.uid()", "auth.role()", "auth.email()", "auth.claim(\"a.b\")", "now()"][..]
        )
        .prop_map(str::to_owned),
        prop::sample::select(LITERALS).prop_map(str::to_owned),
        Just("Status::Draft".to_owned()),
    ];
    let operator = prop::sample::select(&["==", "!=", "<", "<=", ">", ">="][..]);
    let list = prop::collection::vec(operand.clone(), 0..4);
    let leaf = prop_oneof![
        prop::sample::select(&["anyone", "authenticated", "nobody", "service", "count"][..])
            .prop_map(str::to_owned),
        (operand.clone(), operator, operand.clone()).prop_map(|(a, o, b)| format!("{a} {o} {b}")),
        (operand.clone(), list.clone())
            .prop_map(|(a, list)| format!("{a} in [{}]", list.join(", "))),
        operand.clone().prop_map(|a| format!("{a}.is_none()")),
        list.prop_map(|list| format!("exists(Thing {{ id: {} }})", list.join(", count: "))),
        Just("sql(\"a\")".to_owned()),
        Just("anyone(reason = \"a\")".to_owned()),
    ];
    leaf.prop_recursive(6, 48, 4, |inner| {
        let joined = |operator: &'static str| {
            prop::collection::vec(inner.clone(), 1..4).prop_map(move |parts| parts.join(operator))
        };
        prop_oneof![
            joined(" && "),
            joined(" || "),
            inner.clone().prop_map(|inner| format!("!{inner}")),
            inner.clone().prop_map(|inner| format!("({inner})")),
        ]
    })
}

/// An item with these attributes, of every shape.
pub(super) fn items(on_struct: &str, on_field: &str) -> [String; 4] {
    [
        format!(
            "{on_struct} struct Thing {{
                {on_field} id: Id<Self>,
                {on_field} owner_id: Option<Id<auth::User>>,
                count: i64, title: String, status: Status, r#type: bool,
                created_at: DateTime<Utc>, updated_at: DateTime<Utc>
            }}"
        ),
        format!("{on_struct} enum Thing {{ {on_field} A, B }}"),
        format!("{on_struct} struct Thing({on_field} String);"),
        format!("{on_struct} enum Thing {{ A({on_field} String), B {{ {on_field} a: i32 }} }}"),
    ]
}
