//! Catalogues as JSON: there and back, and that nothing unknown is read.

use models_core::postgres::{Catalogue, Target};
use models_core::schema::Schema;
use models_tests::generate;
use serde_json::{Value, from_str, from_value, json, to_string, to_value};

fn catalogues() -> Vec<Schema> {
    let mut schemas = super::draw(100, &generate::schema(1..6, true), super::of_tables);
    schemas.extend(super::draw(100, &generate::schema(1..6, false), super::of_tables));
    schemas.push(super::community::SCHEMA.clone());
    schemas
}

#[test]
fn every_catalogue_is_the_same_after_a_round_trip() {
    for schema in catalogues() {
        for target in [Target::PLAIN, Target::SUPABASE] {
            let catalogue = Catalogue::new(&schema, target).unwrap();
            let text = to_string(&catalogue).unwrap();
            assert_eq!(from_str::<Catalogue<'_>>(&text).unwrap(), catalogue);
        }
    }
}

fn error(change: impl FnOnce(&mut Value)) -> String {
    let schema = super::community::SCHEMA.clone();
    let mut value = to_value(Catalogue::new(&schema, Target::PLAIN).unwrap()).unwrap();
    change(&mut value);
    from_value::<Catalogue<'_>>(value).unwrap_err().to_string()
}

#[test]
fn an_unknown_key_is_refused_by_name() {
    assert!(error(|value| value["views"] = json!([])).contains("`views`"));
    assert!(error(|value| value["tables"][0]["owner"] = json!("me")).contains("`owner`"));
    let kind = |value: &mut Value| {
        value["tables"][0]["constraints"][0]["kind"]["primary_key"]["deferrable"] = json!(true);
    };
    assert!(error(kind).contains("`deferrable`"));
}

#[test]
fn an_unknown_version_is_refused_by_number() {
    assert!(error(|value| value["version"] = json!(2)).contains("version 2"));
    let missing = error(|value| drop(value.as_object_mut().unwrap().remove("version")));
    assert!(missing.contains("`version`"), "{missing}");
}
