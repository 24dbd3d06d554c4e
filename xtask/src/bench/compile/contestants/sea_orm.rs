//! SeaORM in its two formats: the classic one, and the one with relations as
//! fields (`#[sea_orm::model]`).

use crate::bench::compile::columns::{Column, Kind};
use crate::bench::compile::contestant::{CHRONO, Contestant, UUID};
use crate::bench::compile::model::Model;

/// The classic format.
pub(in crate::bench::compile) struct SeaOrm {
    name: &'static str,
    engine: &'static str,
}

impl SeaOrm {
    /// What the models need to compile.
    pub(in crate::bench::compile) const MACROS: Self = Self { name: "sea_orm", engine: "" };
    /// With a driver.
    pub(in crate::bench::compile) const POSTGRES: Self =
        Self { name: "sea_orm_postgres", engine: ", \"sqlx-postgres\", \"runtime-tokio\"" };
}

fn dependency(engine: &str) -> Vec<String> {
    let sea_orm = format!(
        "sea-orm = {{ version = \"=2.0.4\", default-features = false, \
         features = [\"macros\", \"with-chrono\", \"with-uuid\"{engine}] }}"
    );
    vec![UUID.to_owned(), CHRONO.to_owned(), sea_orm]
}

fn imports() -> String {
    "use chrono::{DateTime, Utc};\nuse sea_orm::entity::prelude::*;\n".to_owned()
}

fn on_field(column: &Column) -> String {
    match column.kind {
        Kind::Key => "    #[sea_orm(primary_key, auto_increment = false)]\n".to_owned(),
        _ => String::new(),
    }
}

/// In the case of an enum's variants.
fn variant(relation: &str) -> &'static str {
    if relation == "parent" { "Parent" } else { "Owner" }
}

const BEHAVIOR: &str = "impl ActiveModelBehavior for ActiveModel {}\n";

impl Contestant for SeaOrm {
    fn name(&self) -> &'static str {
        self.name
    }

    fn dependencies(&self) -> Vec<String> {
        dependency(self.engine)
    }

    fn imports(&self, _model: Model) -> String {
        imports()
    }

    fn struct_name(&self, _model: Model) -> String {
        "Model".to_owned()
    }

    fn derives(&self, _model: Model) -> String {
        "Clone, Debug, PartialEq, DeriveEntityModel".to_owned()
    }

    fn on_struct(&self, model: Model) -> String {
        format!("#[sea_orm(table_name = \"{}\")]\n", model.table())
    }

    fn on_field(&self, _model: Model, column: &Column) -> String {
        on_field(column)
    }

    fn behind(&self, model: Model) -> String {
        let variants = model.each_relation(|name, other| {
            let (module, name) = (other.module(), variant(name));
            format!(
                "    #[sea_orm(belongs_to = \"super::{module}::Entity\", \
                 from = \"Column::{name}Id\", to = \"super::{module}::Column::Id\")]\n    {name},\n"
            )
        });
        let related = model.each_relation(|name, other| {
            format!(
                "impl Related<super::{}::Entity> for Entity {{\n    \
                 fn to() -> RelationDef {{ Relation::{}.def() }}\n}}\n",
                other.module(),
                variant(name)
            )
        });
        format!(
            "#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]\npub enum Relation {{\n\
             {variants}}}\n{related}{BEHAVIOR}"
        )
    }
}

/// The format with relations as fields.
pub(in crate::bench::compile) struct SeaOrmDense;

impl Contestant for SeaOrmDense {
    fn name(&self) -> &'static str {
        "sea_orm_model"
    }

    fn dependencies(&self) -> Vec<String> {
        dependency("")
    }

    fn imports(&self, _model: Model) -> String {
        imports()
    }

    fn before(&self, _model: Model) -> String {
        "#[sea_orm::model]\n".to_owned()
    }

    fn struct_name(&self, _model: Model) -> String {
        "Model".to_owned()
    }

    fn derives(&self, _model: Model) -> String {
        "Clone, Debug, PartialEq, DeriveEntityModel".to_owned()
    }

    fn on_struct(&self, model: Model) -> String {
        format!("#[sea_orm(table_name = \"{}\")]\n", model.table())
    }

    fn on_field(&self, _model: Model, column: &Column) -> String {
        on_field(column)
    }

    fn more_fields(&self, model: Model) -> String {
        model.each_relation(|name, other| {
            format!(
                "    #[sea_orm(belongs_to, from = \"{name}_id\", to = \"id\")]\n    \
                 pub {name}: BelongsTo<super::{}::Entity>,\n",
                other.module()
            )
        })
    }

    fn behind(&self, _model: Model) -> String {
        BEHAVIOR.to_owned()
    }
}
