//! Names and texts that try to break out of their quotes: they arrive as they
//! were said, and mean in a rule what they say.

mod derived;
mod texts;

use ::backend_models::access::Auth;
use ::backend_models::postgres::Target;
use ::backend_models::schema::{
    Default, Expr, Index, IndexPart, Key, Literal, Method, ModelDef, Operand, Schema, Text, Type,
};
use ::backend_models::types::Id;
use models_tests::build::{access, equal, field, labels, model, text};
use models_tests::database::{Database, on_every_server};
use sqlx::{AssertSqlSafe, Row as _};
use uuid::Uuid;

use texts::{TEXTS, name};

fn owned(text: &str) -> Text {
    Text::Owned(text.to_owned())
}

/// A table that has the text wherever a text can stand.
fn table(number: usize, said: &str) -> ModelDef {
    let fields = vec![
        field("id", Type::Uuid).key(Key::V4),
        field("text", Type::Text),
        field("label", labels("kind", &["plain", said], false)),
        field("native", labels(&name(number, "type", said), &["plain", said], true)),
    ];
    let mut model = model("Thing", &name(number, "", said), fields);
    model.doc = owned(said);
    for field in &mut model.fields.to_mut()[1..] {
        field.column = Some(owned(&name(number, &field.name, said)));
        field.doc = owned(said);
        field.default = Some(Default::Value(Literal::Text(owned(said))));
    }
    let is = |field: &'static str| equal(Operand::Field(field.into()), text(said));
    let claim = Operand::Claim(said.split('.').map(owned).collect());
    let own =
        Expr::And(vec![is("text"), is("label"), is("native"), equal(claim, text(said))].into());
    model.access = access(own.clone(), own.clone(), own.clone(), own);
    model.table.as_mut().unwrap().indexes = vec![Index {
        parts: vec![IndexPart::new("text")].into(),
        method: Method::BTree,
        include: Vec::new().into(),
        filter: Some(is("label")),
    }]
    .into();
    model
}

#[test]
fn texts_arrive() {
    on_every_server(async |database| {
        let models: Vec<ModelDef> =
            TEXTS.iter().enumerate().map(|(number, said)| table(number, said)).collect();
        let schema = Schema { models: models.into() };
        database.apply(&schema, Target::PLAIN).await;
        for (model, said) in schema.models.iter().zip(TEXTS) {
            arrives(database, model, said).await;
        }
    });
}

async fn arrives(database: &mut Database, model: &ModelDef, said: &str) {
    let table = quoted(&model.table.as_ref().unwrap().name);
    let columns: Vec<String> =
        model.fields[1..].iter().map(|it| quoted(it.column.as_deref().unwrap())).collect();
    let [text, label, native] = columns.as_slice() else { panic!("three columns") };
    // The defaults, and what is bound, are the same.
    database.run(&format!("insert into {table} default values")).await;
    let sql =
        format!("insert into {table} ({text}, {label}) values ($1, $1) returning {native}::text");
    let row = sqlx::query(AssertSqlSafe(sql)).bind(said).fetch_one(&mut database.connection).await;
    assert_eq!(row.unwrap().get::<String, _>(0), said);
    let sql = format!("select {text}, {label}, {native}::text from {table}");
    for row in database.rows(&sql).await {
        assert_eq!((0..3).map(|it| row.get(it)).collect::<Vec<String>>(), [said; 3]);
    }
    let sql = format!("select obj_description('{}'::regclass)", table.replace('\'', "''"));
    assert_eq!(database.rows(&sql).await[0].get::<Option<String>, _>(0).as_deref(), Some(said));
    // The rule means this text, and no other that looks like it.
    let user = Auth::user(Id::from_uuid(Uuid::max()));
    let with = |name: &str, value: &str| user.clone().with_claim(name, value);
    let sql = format!("select {text} from {table}");
    assert_eq!(database.count_as(&with(said, said), &sql).await, 2, "{said}");
    assert_eq!(database.count_as(&with(said, "x"), &sql).await, 0, "{said}");
    assert_eq!(database.count_as(&with("x", said), &sql).await, 0, "{said}");
    let plain = format!("update {table} set {text} = 'plain'");
    let denied = database.try_as(&with(said, said), &plain).await;
    assert!(denied.is_err_and(|it| it.contains("row-level security")), "{said}");
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
