//! A printed script, applied.

use models_core::apply::{ApplyError, Options, apply};
use models_core::postgres::{Script, Target};
use models_core::schema::{Access, Expr, Field, Key, ModelDef, Rule, Schema, Table};
use models_core::types::{FieldType as _, Id, Vector};
use sqlx::{Connection as _, FromRow as _};

use super::in_a_database;
use crate::server::Result;

/// A printed script, and a row through the table that it makes. In a
/// transaction that is rolled back, because roles belong to all databases.
#[tokio::test]
async fn a_printed_script() -> Result {
    in_a_database(async |database| {
        let schema = Schema { models: vec![notes()].into() };
        let script = Script::new(&schema, Target::PLAIN)?;
        let mut connection = database.connect().await?;
        let mut transaction = connection.begin().await?;
        match apply(&mut transaction, script.statements(), &Options::default()).await {
            Err(ApplyError::NoPgvector { at, version: 15 }) => {
                assert!(at.text.contains("vector"), "{at}");
                return Ok(());
            }
            outcome => outcome?,
        }
        let embedding = Vector::<3>::try_from(vec![1.0, 2.0, 3.0])?;
        let insert = "insert into notes (id, embedding) values ($1, $2) returning *";
        let insert = sqlx::query(insert).bind(Id::<Note>::new()).bind(embedding.clone());
        let row = insert.fetch_one(&mut *transaction).await?;
        assert_eq!(Note::from_row(&row)?.embedding, Some(embedding));
        Ok(transaction.rollback().await?)
    })
    .await
}

struct Note {
    #[expect(dead_code, reason = "read, and not looked at")]
    id: Id<Note>,
    embedding: Option<Vector<3>>,
}

models_core::__model_row!(Note { id: Id<Note> = "id", embedding: Option<Vector<3>> = "embedding" });

fn notes() -> ModelDef {
    let id = Field::new("id", Id::<Note>::TYPE, false);
    let embedding = Field::new("embedding", Vector::<3>::TYPE, true);
    let rule = || Rule::new(Expr::Nobody);
    ModelDef {
        name: "Note".into(),
        doc: "".into(),
        collection: None,
        table: Some(Table {
            schema: "public".into(),
            name: "notes".into(),
            renamed_from: None,
            indexes: vec![].into(),
            uniques: vec![].into(),
            exclusions: vec![].into(),
            realtime: None,
        }),
        fields: vec![Field { key: Some(Key::V7), ..id }, embedding].into(),
        rules: Vec::new().into(),
        access: Access { select: rule(), insert: rule(), update: rule(), delete: rule() },
        allows: vec![].into(),
    }
}
