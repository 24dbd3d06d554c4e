//! # `identifier_is_not_reserved`
//!
//! The name of a table, of its schema and of a column is none of the words
//! that PostgreSQL's grammar keeps for itself, such as `user`, `order`,
//! `group`, `end` or `default`.
//!
//! The statements that are printed quote every name, so these words would
//! work there. In a query that someone writes by hand they are a syntax
//! error, and `select user from posts` is worse: it runs, and answers with
//! the name of the database role.

use super::{Convention, Findings};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::Model;

pub(super) const CONVENTION: Convention = Convention { name: "identifier_is_not_reserved", check };

/// What `pg_get_keywords()` of PostgreSQL 18 calls reserved, with or without
/// "(can be function or type name)". Sorted.
#[rustfmt::skip]
const RESERVED: [&str; 101] = [
    "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "authorization",
    "binary", "both", "case", "cast", "check", "collate", "collation", "column", "concurrently",
    "constraint", "create", "cross", "current_catalog", "current_date", "current_role",
    "current_schema", "current_time", "current_timestamp", "current_user", "default", "deferrable",
    "desc", "distinct", "do", "else", "end", "except", "false", "fetch", "for", "foreign", "freeze",
    "from", "full", "grant", "group", "having", "ilike", "in", "initially", "inner", "intersect",
    "into", "is", "isnull", "join", "lateral", "leading", "left", "like", "limit", "localtime",
    "localtimestamp", "natural", "not", "notnull", "null", "offset", "on", "only", "or", "order",
    "outer", "overlaps", "placing", "primary", "references", "returning", "right", "select",
    "session_user", "similar", "some", "symmetric", "system_user", "table", "tablesample", "then",
    "to", "trailing", "true", "union", "unique", "user", "using", "variadic", "verbose", "when",
    "where", "window", "with",
];

/// What is usually meant, for the words that are met most.
const BETTER: [(&str, &str); 14] = [
    ("default", "is_default"),
    ("desc", "description"),
    ("end", "ends_at"),
    ("for", "purpose"),
    ("from", "starts_at"),
    ("full", "is_full"),
    ("group", "group_name"),
    ("limit", "max_count"),
    ("only", "is_exclusive"),
    ("order", "sort_order"),
    ("primary", "is_primary"),
    ("to", "ends_at"),
    ("user", "username"),
    ("when", "happens_at"),
];

fn check(model: &Model, findings: &mut Findings) {
    for (what, name) in [("table", &model.table), ("schema", &model.schema)] {
        if let Some(name) = name.as_ref().filter(|name| is_reserved(&name.value)) {
            let better = match what {
                "table" => super::plural(&name.value),
                _ => format!("{}_schema", name.value),
            };
            let fix = format!("write another word, such as `{what} = \"{better}\"`");
            findings.push(reserved(what, &name.value, name.at).fix(fix));
        }
    }
    for field in model.fields.iter().filter(|field| field.is_column(model)) {
        let name = field.column_name();
        // A foreign key called `user` has to be called `user_id` anyway.
        let is_renamed = field.column.is_none()
            && (field.may_declare("column") || (field.references.is_some() && field.id.is_none()));
        if is_reserved(name) && !is_renamed {
            let better = better(name);
            let fix = match field.column {
                Some(_) => format!("write another word, such as `column = \"{better}\"`"),
                None => format!("call it by another word, such as `{better}`"),
            };
            findings.about(&field.name, reserved("column", name, field.column_at()).fix(fix));
        }
    }
}

fn reserved(what: &str, name: &str, at: Extent) -> Diagnostic {
    Diagnostic::new(at, format!("the {what} name `{name}` is a reserved word of PostgreSQL"))
        .why("a query by hand that forgets to quote it fails, or means something else")
}

fn better(name: &str) -> String {
    match BETTER.iter().find(|(word, _)| *word == name) {
        Some((_, better)) => (*better).to_owned(),
        None => format!("{name}_value"),
    }
}

fn is_reserved(name: &str) -> bool {
    RESERVED.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{BETTER, RESERVED, is_reserved};

    #[test]
    fn the_words_are_sorted_so_that_they_are_found() {
        assert!(RESERVED.is_sorted());
        assert!(RESERVED.iter().all(|word| is_reserved(word)));
        assert!(!is_reserved("users"));
    }

    #[test]
    fn what_is_proposed_is_not_reserved_itself() {
        assert!(BETTER.iter().all(|(word, better)| is_reserved(word) && !is_reserved(better)));
    }
}
