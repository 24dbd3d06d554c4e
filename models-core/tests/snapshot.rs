//! A schema as JSON: what comes back, and what is refused, by name.

use models_core::schema::{
    Access, Check, Comparison, EnumType, Expr, Field, Limit, Limits, List, Literal, ModelDef,
    Newtype, Node, Operand, Operator, Rule, Schema, SnapshotError, Text, Type, ValueRule, Variant,
};
use serde_json::{Value, json};

fn nobody() -> Access {
    let rule = || Rule::new(Expr::Nobody);
    Access { select: rule(), insert: rule(), update: rule(), delete: rule() }
}

fn model(fields: Vec<Field>, access: Access) -> ModelDef {
    ModelDef {
        name: Text::Borrowed("Post"),
        doc: Text::Borrowed(""),
        table: None,
        collection: None,
        fields: fields.into(),
        rules: List::Borrowed(&[]),
        access,
        allows: List::Borrowed(&[]),
    }
}

fn schema(models: Vec<ModelDef>) -> Schema {
    Schema { models: models.into() }
}

fn comes_back(schema: &Schema) {
    let back = schema.to_json().and_then(|json| Schema::from_json(&json));
    assert!(back.as_ref().is_ok_and(|back| back == schema), "{back:?}\n{schema:?}");
}

fn status(label: &'static str) -> EnumType {
    static VARIANTS: [Variant; 1] = [Variant::new("Draft", "Not yet seen.").renamed_from("old")];
    EnumType::new("status".into(), vec![label.into()].into(), true)
        .declared("Status", "Where it stands.", &VARIANTS)
        .renamed_from("state")
}

fn sample() -> Schema {
    let list = Type::Array(Node::from(Type::Enum(status("draft"))));
    let handle = Field::new("handle", Type::Text, false).newtype(Some(Newtype::new("Handle")));
    let fields = vec![
        Field::new("status", Type::Enum(status("draft")), false),
        Field::new("all", list, true),
        Field::new("other", Type::Enum(status("another label")), false),
        handle,
    ];
    schema(vec![model(fields, nobody())])
}

/// A condition of this depth, of the kinds that cost most.
fn deep(depth: usize) -> Expr {
    let claim = Operand::Claim(vec![Text::Borrowed("role")].into());
    let left = Operand::Literal(Literal::Int(i64::MIN));
    let compare = Comparison { left, operator: Operator::Eq, right: claim };
    (1..depth).fold(Expr::Compare(compare), |inner, level| match level % 3 {
        0 => Expr::Not(inner.into()),
        1 => Expr::And(vec![inner, Expr::Anyone].into()),
        _ => Expr::Or(vec![Expr::Anyone, inner].into()),
    })
}

fn with_condition(condition: Expr) -> Schema {
    schema(vec![model(Vec::new(), Access { select: Rule::new(condition), ..nobody() })])
}

#[test]
fn enums_are_listed_once_and_come_back() {
    let sample = sample();
    comes_back(&sample);
    let json: Value = serde_json::from_str(&sample.to_json().unwrap()).unwrap();
    let names: Vec<&str> = json["enums"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["Status", "Status 2"]);
    assert_eq!(json["models"][0]["fields"][1]["kind"], json!({"Array": {"Enum": "Status"}}));
    assert_eq!(json["version"], 1);
}

#[test]
fn numbers_at_their_limits_come_back() {
    let limit = |value| Some(Limit { value, excluded: false });
    for (min, max) in [
        (Literal::Int(i64::MIN), Literal::Int(i64::MAX)),
        (Literal::Float(f64::NEG_INFINITY), Literal::Float(f64::INFINITY)),
        (Literal::Float(f64::MIN), Literal::Float(f64::MAX)),
        (Literal::Float(-0.0), Literal::Float(5e-324)),
        (Literal::Float(1.0), Literal::Int(1)),
    ] {
        let range = Check::Range(Limits { min: limit(min), max: limit(max) });
        let mut field = Field::new("size", Type::F64, false);
        field.rules = vec![ValueRule::new(range)].into();
        comes_back(&schema(vec![model(vec![field], nobody())]));
    }
    let json = serde_json::to_string(&Literal::Float(f64::NAN)).unwrap();
    let Literal::Float(read) = serde_json::from_str(&json).unwrap() else { panic!("{json}") };
    assert!(read.is_nan());
    assert!(serde_json::from_str::<Literal>(r#"{"Float": "many"}"#).is_err());
}

/// 48 is as deep as the derive reads.
#[test]
fn deep_conditions_come_back() {
    for depth in [1, 2, 3, 46, 47, 48] {
        comes_back(&with_condition(deep(depth)));
    }
    let nots = (0..100).fold(Expr::Nobody, |inner, _| Expr::Not(inner.into()));
    comes_back(&with_condition(nots));
    assert_eq!(with_condition(deep(200)).to_json(), Err(SnapshotError::TooDeep));
}

#[test]
fn another_version_is_an_error_of_its_own() {
    for version in [json!(0), json!(2), json!("x"), json!(1.5), json!(null), json!(u64::MAX)] {
        let json = json!({ "version": version, "models": [] }).to_string();
        let found = Some(version.to_string());
        assert_eq!(Schema::from_json(&json), Err(SnapshotError::Version { found }));
    }
    let none = Schema::from_json(r#"{"models": []}"#);
    assert_eq!(none, Err(SnapshotError::Version { found: None }));
}

/// Adds a key to each object, and takes each key away.
#[test]
fn unknown_keys_are_refused_at_each_level() {
    let json: Value = serde_json::from_str(&sample().to_json().unwrap()).unwrap();
    let mut objects = Vec::new();
    pointers(&json, String::new(), &mut objects);
    assert!(objects.len() > 20, "{objects:?}");
    for at in objects.iter().filter(|at| *at != "/enums") {
        let mut changed = json.clone();
        let object = changed.pointer_mut(at).and_then(Value::as_object_mut).unwrap();
        object.insert("surprise".to_owned(), json!(1));
        let error = Schema::from_json(&changed.to_string()).expect_err(at);
        assert!(matches!(error, SnapshotError::Invalid { .. }), "{at}: {error}");
        // An enum's variant is one key: with two it is not a variant at all.
        let is_variant = json.pointer(at).and_then(Value::as_object).is_some_and(|o| o.len() == 1);
        assert!(is_variant || error.to_string().contains("surprise"), "{at}: {error}");
        if at.contains("/fields/") {
            assert!(error.to_string().starts_with("model \"Post\", field \""), "{at}: {error}");
        }
    }
}

fn pointers(value: &Value, at: String, objects: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                pointers(value, format!("{at}/{key}"), objects);
            }
            objects.push(at);
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, format!("{at}/{index}"), objects);
            }
        }
        _ => {}
    }
}

#[test]
fn a_missing_key_takes_its_default() {
    let json = r#"{
        "version": 1,
        "models": [{
            "name": "Post",
            "fields": [{ "name": "title", "kind": "Text", "nullable": false, "column": "title" }],
            "access": {
                "select": { "allow": "Nobody" }, "insert": { "allow": "Nobody" },
                "update": { "allow": "Nobody" }, "delete": { "allow": "Nobody" }
            }
        }]
    }"#;
    let title = Field::new("title", Type::Text, false);
    assert_eq!(Schema::from_json(json), Ok(schema(vec![model(vec![title], nobody())])));
}

#[test]
fn what_is_not_a_schema_is_an_error() {
    let json = sample().to_json().unwrap();
    for length in (0..json.len()).filter(|length| json.is_char_boundary(*length)) {
        let error = Schema::from_json(&json[..length]).expect_err("it is cut");
        assert!(matches!(error, SnapshotError::Syntax { .. }), "{length}: {error}");
    }
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    let nested = format!(r#"{{"version": 1, "models": {deep}}}"#);
    for text in ["[]", "null", "1", "\"x\"", r#"{"version": 1}"#, &deep, &nested] {
        Schema::from_json(text).expect_err(text);
    }
    let json: Value = serde_json::from_str(&json).unwrap();
    let unlisted =
        Schema::from_json(&json.to_string().replace(r#"{"Enum":"Status"}"#, r#"{"Enum":"State"}"#));
    assert_eq!(
        unlisted.unwrap_err().to_string(),
        "model \"Post\", field \"status\": the enum \"State\" is not listed"
    );
    // Another type of value at each place: an error, or read as a default.
    let mut objects = Vec::new();
    pointers(&json, String::new(), &mut objects);
    for at in objects {
        for other in [json!(null), json!([]), json!(-1), json!("x"), json!([{}])] {
            let mut changed = json.clone();
            *changed.pointer_mut(&at).unwrap() = other;
            let _ = Schema::from_json(&changed.to_string());
        }
    }
}
