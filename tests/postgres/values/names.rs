//! The names of constraints stay what they are, and each rule has its own.

use models_core::postgres::catalogue::ConstraintKind;
use models_core::postgres::{Script, Target};
use models_core::schema::{
    Check, Count, Field, Literal, ModelRule, Operator, Schema, Text, Type, ValueRule,
};
use models_tests::build::{array, at, compare, field, id, labels, model, times};
use models_tests::database::on_every_server;

/// Each constraint of a value rule: its name, and what it demands.
fn constraints(schema: &Schema) -> Vec<(String, String)> {
    let script = Script::new(schema, Target::PLAIN).unwrap();
    let mut found = Vec::new();
    for table in script.catalogue().tables.iter().filter(|table| table.row_security) {
        found.extend(table.constraints.iter().filter_map(|one| match &one.kind {
            ConstraintKind::Check { condition } => {
                Some((one.name.to_string(), condition.to_string()))
            }
            ConstraintKind::PrimaryKey { .. }
            | ConstraintKind::Unique { .. }
            | ConstraintKind::Exclusion { .. }
            | ConstraintKind::ForeignKey { .. } => None,
        }));
    }
    found.sort();
    found
}

fn with(mut field: Field, checks: Vec<Check>) -> Field {
    field.rules = checks.into_iter().map(ValueRule::new).collect();
    field
}

const fn length(max: u32) -> Check {
    Check::Length(Count { min: None, max: Some(max) })
}

/// Rules whose names would be the same: of one field, of two, and beside the
/// labels of an enum.
fn fields() -> Vec<Field> {
    let part = |text: &'static str| Check::Contains(Text::Borrowed(text));
    let each = Check::Each(vec![ValueRule::new(length(3))].into());
    let mut coded = with(field("a", Type::Text), vec![length(5), part("x"), part("y")]);
    let code = ValueRule { code: Some("b_length".into()), ..ValueRule::new(part("z")) };
    coded.rules = coded.rules.iter().cloned().chain([code]).collect();
    vec![
        coded,
        with(field("a_b", Type::Text), vec![length(7)]),
        field("a_length", labels("l", &["one", "two"], false)),
        with(field("tags", array(Type::Text)), vec![each]),
        with(field(LONG, Type::Text), vec![length(9), Check::NotBlank]),
    ]
}

const LONG: &str = "a_field_with_a_name_that_is_as_long_as_it_can_be_and_no_longer";

fn schema(fields: Vec<Field>) -> Schema {
    let all = [id()].into_iter().chain(fields).chain(times()).collect();
    let mut model = model("Named", "named", all);
    let rule = |operator| ModelRule {
        holds: compare(at("a"), operator, at("a_b")),
        code: None,
        message: None,
    };
    model.rules = vec![rule(Operator::Ne), rule(Operator::Le)].into();
    Schema { models: vec![model].into() }
}

#[test]
fn names_do_not_change_when_fields_and_rules_change_places() {
    let expected = constraints(&schema(fields()));
    for first in 0..fields().len() {
        let mut turned = fields();
        turned.rotate_left(first);
        assert_eq!(constraints(&schema(turned.clone())), expected);
        for field in &mut turned {
            field.rules = field.rules.iter().rev().cloned().collect();
        }
        turned.reverse();
        let mut schema = schema(turned);
        let mut model = schema.models[0].clone();
        model.rules = model.rules.iter().rev().cloned().collect();
        schema.models = vec![model].into();
        assert_eq!(constraints(&schema), expected);
    }
}

/// Written down, because a change here is a migration of every database.
#[test]
fn names_are_these() {
    let schema = schema(fields());
    let names: Vec<String> = constraints(&schema).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, NAMES);
}

const NAMES: [&str; 11] = [
    "named_a_a_b_1a742b3f_check",
    "named_a_a_b_212d554a_check",
    "named_a_b_length_113889b8_check",
    "named_a_b_length_34ec3440_check",
    "named_a_contains_4079e7de_check",
    "named_a_contains_b316d178_check",
    "named_a_field_with_a_name_that_is_as_long_as_it__3efc4b98_check",
    "named_a_field_with_a_name_that_is_as_long_as_it__61eac567_check",
    "named_a_length_check",
    "named_a_length_e3f4fb00_check",
    "named_tags_each_check",
];

#[test]
fn rules_of_one_name_arrive_one_by_one() {
    on_every_server(async |database| {
        database.apply(&schema(fields()), Target::PLAIN).await;
        for (a, broken) in [
            ("xyz", ""),
            ("xyzxyz", "_length"),
            ("yz", "_contains"),
            ("xz", "_contains"),
            ("xy", "_b_length"),
            ("zyx", "_a_b"),
        ] {
            let sql = format!(
                "insert into named (a, a_b, a_length, tags, {LONG})
                 values ('{a}', 'zy', 'one', '{{a}}', 'l')"
            );
            let error = database.try_run(&sql).await.err().map(|error| error.to_string());
            let is_expected = match &error {
                Some(error) => !broken.is_empty() && error.contains(&format!("named_a{broken}_")),
                None => broken.is_empty(),
            };
            assert!(is_expected, "{a}: {error:?}");
        }
    });
}

/// Two tables whose functions would share a name.
#[test]
fn functions_of_two_tables_are_two() {
    let of = |name: &str, table: &str, field_name: &'static str, max| {
        let each = Check::Each(vec![ValueRule::new(length(max))].into());
        let tags = with(field(field_name, array(Type::Text)), vec![each]);
        model(name, table, [id(), tags].into_iter().chain(times()).collect())
    };
    let models = vec![of("One", "a", "b_c", 1), of("Two", "a_b", "c", 2)];
    let schema = Schema { models: models.into() };
    on_every_server(async |database| {
        database.apply(&schema, Target::PLAIN).await;
        for (sql, fits) in [
            ("insert into a (b_c) values ('{a}')", true),
            ("insert into a (b_c) values ('{aa}')", false),
            ("insert into a_b (c) values ('{aa}')", true),
            ("insert into a_b (c) values ('{aaa}')", false),
        ] {
            assert_eq!(database.try_run(sql).await.is_ok(), fits, "{sql}");
        }
    });
}

/// A rule that is there twice is one, and a text with a zero byte is none.
#[test]
fn what_cannot_be_kept_twice_or_at_all() {
    let twice = with(field("a", Type::Text), vec![length(5), length(5)]);
    let of = |field| {
        let all = [id(), field].into_iter().chain(times()).collect();
        Schema { models: vec![model("One", "one", all)].into() }
    };
    assert_eq!(constraints(&of(twice)).len(), 1);
    let zero = Text::Borrowed("a\0b");
    for check in [
        Check::Pattern(zero.clone()),
        Check::StartsWith(zero.clone()),
        Check::OneOf(vec![Literal::Text(zero.clone())].into()),
        Check::Each(vec![ValueRule::new(Check::EndsWith(zero.clone()))].into()),
    ] {
        let kind = if matches!(check, Check::Each(_)) { array(Type::Text) } else { Type::Text };
        let schema = of(with(field("a", kind), vec![check]));
        let error = Script::new(&schema, Target::PLAIN).unwrap_err();
        assert!(error.to_string().contains("zero byte"), "{error}");
    }
}
