//! What a server has is what was planned, in every respect: the planned
//! catalogue, applied and read back, is the same catalogue.

use std::fmt::Debug;

use models_core::postgres::catalogue::{CLIENT_ROLES, RoleDef, TableDef};
use models_core::postgres::{Catalogue, Platform, Target};
use models_core::schema::Schema;

use super::deparsed::deparsed;
use crate::database::Database;

/// Tests that a database is exactly as planned. Gives what was read.
pub(super) async fn assert_planned(
    database: &mut Database,
    schema: &Schema,
    target: Target,
) -> Catalogue<'static> {
    let mut planned = Catalogue::new(schema, target).unwrap();
    if target.platform == Platform::Supabase {
        add_platform(&mut planned);
    }
    let names: Vec<String> = planned.schemas.iter().map(|schema| schema.name.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let read = Catalogue::read(&mut database.connection, &names).await.unwrap();
    let planned = deparsed(database, planned).await.comparable();
    let found = read.clone().comparable();
    same("tables", &names_of(&found.tables), &names_of(&planned.tables));
    for (found, planned) in found.tables.iter().zip(&planned.tables) {
        let name = &found.name;
        same(&format!("columns of {name}"), &found.columns, &planned.columns);
        same(&format!("constraints of {name}"), &found.constraints, &planned.constraints);
        same(&format!("indexes of {name}"), &found.indexes, &planned.indexes);
        same(&format!("policies of {name}"), &found.policies, &planned.policies);
        same(&format!("grants of {name}"), &found.grants, &planned.grants);
    }
    same("functions", &found.functions, &planned.functions);
    // Everything else, and whatever a catalogue comes to have.
    assert_eq!(found, planned);
    read
}

/// What `Database::like_supabase` made before the script.
fn add_platform(planned: &mut Catalogue<'_>) {
    let role = |name: &'static str| RoleDef {
        name: name.into(),
        bypasses_row_security: name == "service_role",
    };
    planned.roles = CLIENT_ROLES.map(role).into();
    for schema in planned.schemas.iter_mut().filter(|schema| schema.name == "extensions") {
        schema.usage = CLIENT_ROLES.into_iter().map(Into::into).collect();
    }
}

fn names_of(tables: &[TableDef<'_>]) -> Vec<String> {
    tables.iter().map(|table| table.name.to_string()).collect()
}

fn same<T: PartialEq + Debug>(kind: &str, found: &[T], planned: &[T]) {
    let missing: Vec<_> = planned.iter().filter(|one| !found.contains(one)).collect();
    let surplus: Vec<_> = found.iter().filter(|one| !planned.contains(one)).collect();
    assert!(found == planned, "{kind}\nmissing: {missing:#?}\nsurplus: {surplus:#?}");
}
