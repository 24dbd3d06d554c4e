//! The collections that random rules are about, and what is in them.

use models_core::access::{Auth, KnownRows, Row, Value};
use models_core::schema::{Access, CollectionPath, Expr, Field, ModelDef, Operand, Schema, Type};
use models_tests::build::{access, array, labels};
use models_tests::documents::{ancestor, body, document_id, model, path, refers};
use models_tests::firestore::User;

use super::sample::Family;

/// Labels of an enum.
pub(super) const LABELS: &[&str] = &["draft", "it's", "Back\\slash\n", "\u{202e}é😀"];

/// The fields of a family. Those of [`Family::Id`] are in the path too.
pub(super) const fn names(family: Family) -> &'static [&'static str] {
    match family {
        Family::Bool => &["flag", "must_flag"],
        Family::Whole => &["whole", "must_whole"],
        Family::Fraction => &["ratio", "must_ratio"],
        Family::Text => &["name", "other", "must_name"],
        Family::Label => &["label", "must_label"],
        Family::Uuid => &["uuid", "must_uuid"],
        Family::Uid => &["owner", "must_owner"],
        Family::Id => &["id", "team_id", "thing"],
        Family::Moment => &["at", "must_at"],
        Family::Day => &["day", "must_day"],
        Family::Time => &["time", "must_time"],
        Family::Length => &["length", "must_length"],
        Family::Bytes => &["bytes", "must_bytes"],
        Family::List => &["list", "must_list"],
    }
}

/// Names in the document that are no identifiers, or mean something else.
const ODD: [&str; 9] = ["service", "it's", "a.b", "é", "in", "keys", "\\\"", "x y", "1"];

/// The fields in the body, with the family of each.
pub(super) fn fields() -> Vec<(Field, Family)> {
    let kinds = super::sample::FAMILIES.map(|family| (kind(family), family));
    let mut odd = ODD.into_iter();
    let mut fields = Vec::new();
    for (kind, family) in kinds {
        for name in names(family).iter().filter(|name| !matches!(**name, "id" | "team_id")) {
            let nullable = !name.starts_with("must");
            let document = if nullable { odd.next().unwrap_or(name) } else { name };
            fields.push((body(name, document, kind.clone(), nullable), family));
        }
    }
    fields
}

fn kind(family: Family) -> Type {
    match family {
        Family::Bool => Type::Bool,
        Family::Whole => Type::I64,
        Family::Fraction => Type::F64,
        Family::Text => Type::Text,
        Family::Label => labels("label", LABELS, false),
        Family::Uuid => Type::Uuid,
        Family::Uid => Type::Uid,
        Family::Id => Type::DocumentId,
        Family::Moment => Type::Timestamp,
        Family::Day => Type::Date,
        Family::Time => Type::Time,
        Family::Length => Type::Interval,
        Family::Bytes => Type::Bytes,
        Family::List => array(Type::Text),
    }
}

fn teams() -> CollectionPath {
    path("Team", "teams", None)
}

/// `exists(Member { .. })`
pub(super) fn is_member(conditions: impl Iterator<Item = (&'static str, Operand)>) -> Expr {
    refers(&path("Member", "members", Some(&teams())), conditions.collect())
}

fn member() -> ModelDef {
    let path = path("Member", "members", Some(&teams()));
    let fields = vec![
        document_id("user_id", Type::Uid),
        ancestor("team_id", Type::DocumentId, &teams()),
        body("role", "the role", Type::Text, true),
        body("level", "level", Type::I64, true),
        body("code", "code", Type::Uuid, true),
    ];
    model("Member", &path, fields)
}

/// The members of teams.
pub(super) fn members() -> Vec<Row> {
    let row = |team: &str, user: &str, rest: [(&str, Value); 3]| {
        let ids = [("team_id", Value::from(team)), ("user_id", Value::from(user))];
        ids.into_iter().chain(rest).map(|(name, value)| (name.to_owned(), value)).collect()
    };
    let code = Value::Uuid(uuid::Uuid::from_u128(10));
    vec![
        row("a", "ann", [("role", "a".into()), ("level", 1.into()), ("code", code)]),
        row("a", "B", [("role", Value::Null), ("level", 2.into()), ("code", Value::Null)]),
        row("B", "it's", [("role", "ä".into()), ("level", Value::Null), ("code", Value::Null)]),
        row("😀", "a", [("role", "draft".into()), ("level", 0.into()), ("code", Value::Null)]),
    ]
}

/// A schema with a collection for each rule, which says who may read.
pub(super) fn schema(rules: &[Expr]) -> Schema {
    let closed = || Expr::Nobody;
    let all = rules.iter().map(|rule| access(rule.clone(), closed(), closed(), closed()));
    schema_of(&all.collect::<Vec<_>>())
}

/// A schema with a collection for each of these.
pub(super) fn schema_of(rules: &[Access]) -> Schema {
    let things = rules.iter().enumerate().map(|(number, access)| thing(number, access.clone()));
    Schema { models: things.chain([member()]).collect() }
}

fn thing(number: usize, access: Access) -> ModelDef {
    let name = format!("Thing{number}");
    let path = path(&name, &format!("things{number}"), Some(&teams()));
    let ids =
        [document_id("id", Type::DocumentId), ancestor("team_id", Type::DocumentId, &teams())];
    let fields = ids.into_iter().chain(fields().into_iter().map(|(field, _)| field)).collect();
    ModelDef { access, ..model(&name, &path, fields) }
}

/// What is known of a document.
pub(super) fn facts(row: &Row) -> KnownRows {
    let given = KnownRows::row(row.clone()).with_no_more("Member");
    members().into_iter().fold(given, |given, member| given.with_row("Member", member))
}

/// The caller as an emulator sees them.
pub(super) fn user(auth: &Auth) -> User {
    User::of(auth, &["role", "org"])
}
