//! Schemas at random, whose names and texts try to break out: all of them
//! compile, and read and write under those names.

use models_core::firestore::{Sdk, TypeScript};
use models_core::schema::{Default, EnumType, Expr, Field, Literal, ModelDef, Schema, Type};
use models_tests::generate::documents::documents;
use models_tests::node::Folder;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngSeed, TestRunner};
use serde_json::{Value, json};

use super::run::FLAGS;

/// Schemas, each with some models: TypeScript compiles all at once.
const SCHEMAS: usize = 60;

fn schemas() -> Vec<Schema> {
    let config = Config { rng_seed: RngSeed::Fixed(7), ..Config::default() };
    let mut runner = TestRunner::new(config);
    let strategy = documents(1..7);
    (0..SCHEMAS).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

#[test]
fn every_name_and_text_comes_through() {
    let Some(folder) = Folder::fresh() else {
        return;
    };
    let schemas = schemas();
    let mut files: Vec<String> = Vec::new();
    let mut models: Vec<Value> = Vec::new();
    for (at, schema) in schemas.iter().enumerate() {
        for (sdk, ending) in [(Sdk::Web, "web"), (Sdk::Admin, "admin")] {
            let file = format!("{ending}{at}.mts");
            folder.write(&file, &TypeScript::new(schema, sdk).unwrap().to_string());
            files.push(file);
        }
        let file = format!("zod{at}.mts");
        folder.write(&file, &TypeScript::with_zod(schema, Sdk::Web).unwrap().to_string());
        files.push(file);
        models.extend(schema.models.iter().map(|model| described(&format!("web{at}"), model)));
    }
    let fields: usize = models.iter().map(|model| model["fields"].as_array().unwrap().len()).sum();
    let strict = FLAGS.iter().copied().chain(["--noEmit"]);
    let arguments: Vec<&str> = strict.chain(files.iter().map(String::as_str)).collect();
    assert_eq!(folder.compile(&arguments), Ok(String::new()));

    folder.write("models.json", &serde_json::to_string(&models).unwrap());
    folder.write("hostile.mts", include_str!("programs/hostile.mts"));
    let web = files.iter().map(String::as_str).filter(|file| file.starts_with("web"));
    let arguments: Vec<&str> = ["hostile.mts"].into_iter().chain(web).collect();
    assert_eq!(folder.compile(&arguments), Ok(String::new()));
    let said = folder.node("hostile.mjs", &[]).unwrap_or_else(|said| panic!("{said}"));
    assert_eq!(said.trim(), format!("{} {fields}", models.len()));
}

/// A model, as the program needs to know it.
fn described(module: &str, model: &ModelDef) -> Value {
    let name = name(&model.name);
    let kept = model.collection.as_ref().unwrap();
    let mut collections: Vec<&str> = kept.path.up().map(|path| &*path.collection).collect();
    collections.reverse();
    let above = model.fields.iter().filter_map(|field| {
        let depth = field.ancestor.as_ref()?.depth();
        Some((field.name.replace("above_", "above"), json!(depth - 1)))
    });
    let id = ("id".to_owned(), json!(collections.len() - 1));
    let ids: serde_json::Map<String, Value> = above.chain([id]).collect();
    let body = model.fields.iter().filter(|field| field.document.is_some());
    let fields: Vec<Value> = body.clone().map(of_field).collect();
    let closed = |rule: &Expr| matches!(rule, Expr::Nobody | Expr::Service);
    let some =
        |may: fn(&Field) -> bool| model.fields.iter().any(|f| f.document.is_some() && may(f));
    json!({
        "module": module,
        "lower": lower(&name),
        "name": name,
        "collections": collections,
        "ids": ids,
        "fields": fields,
        "made": !closed(&model.access.insert.allow) && some(Field::insertable_by_clients),
        "changed": !closed(&model.access.update.allow) && some(Field::updatable_by_clients),
        "group": kept.group,
    })
}

/// A name of the generator's, all of which are identifiers but for `_`.
fn name(model: &str) -> String {
    model.replace("_x", "X")
}

fn lower(name: &str) -> String {
    name.replacen('M', "m", 1)
}

fn of_field(field: &Field) -> Value {
    let (kind, of) = kind(&field.kind);
    let (labels, constant) = match of {
        Some(of) => {
            let words: Vec<&str> = of.name.split_whitespace().skip(1).collect();
            (of.labels.to_vec(), format!("enumS{}Labels", words.concat()))
        }
        None => (Vec::new(), String::new()),
    };
    let name = field.document.as_deref().unwrap();
    json!({
        "name": name,
        "kind": kind,
        "nullable": field.nullable,
        "labels": labels,
        "constant": constant,
        "default": default(field),
        "created": field.is_created_at(),
        "updated": field.is_updated_at(),
        "patched": field.updatable_by_clients()
            && name.chars().all(char::is_alphanumeric),
    })
}

fn kind(kind: &Type) -> (String, Option<&EnumType>) {
    let plain = match kind {
        Type::Array(inner) | Type::Map(inner) => {
            let (inner, of) = self::kind(inner);
            let outer = if matches!(kind, Type::Array(_)) { "list" } else { "map" };
            return (format!("{outer} {inner}"), of);
        }
        Type::Vector(dimensions) => return (format!("vector {dimensions}"), None),
        Type::Enum(of) => return ("enum".to_owned(), Some(of)),
        Type::Bool => "bool",
        Type::I16 | Type::I32 | Type::I64 | Type::Interval => "integer",
        Type::F32 | Type::F64 => "number",
        Type::Timestamp => "timestamp",
        Type::Reference => "reference",
        Type::GeoPoint => "point",
        Type::Bytes => "bytes",
        Type::Json => "json",
        _ => "text",
    };
    (plain.to_owned(), None)
}

/// What a document from before the field was there has in it.
fn default(field: &Field) -> Value {
    match &field.default {
        Some(Default::Empty) if matches!(field.kind, Type::Map(_)) => json!({}),
        Some(Default::Empty) => json!([]),
        Some(Default::Value(Literal::Bool(value))) => json!(value),
        Some(Default::Value(Literal::Int(number))) => json!(number),
        Some(Default::Value(Literal::Float(number))) if field.kind == Type::Decimal => {
            json!(number.to_string())
        }
        Some(Default::Value(Literal::Float(number))) => json!(number),
        Some(Default::Value(Literal::Text(text))) => json!(text),
        // When the document was made: a client has `createdAt` for that.
        Some(Default::Now) => json!("made"),
        Some(Default::Uid | Default::Sql(_)) | None => Value::Null,
    }
}
