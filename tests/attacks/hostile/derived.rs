//! The same through the derive.

use ::backend_models::postgres::Target;
use ::backend_models::prelude::*;
use models_tests::database::on_every_server;
use sqlx::FromRow as _;
use sqlx::Row as _;

/// It's "hard"; $$ \ to say -- /* what 漢 'is' here.
#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
#[model(native)]
enum Mood {
    #[model(label = "it's \"fine\"; -- \\")]
    Fine,
    #[model(label = "$$ 漢 🦀 $q$")]
    Other,
}

/// It's a "table"; $$ \ -- /*
/// and '; drop table "thing"; on a second line.
#[derive(Model, Clone, Debug)]
#[model(table = "Thing's \"own\"; --\\ $$", allow(table_is_snake_case, reason = "it's a test"))]
#[access(
    select = mood == Mood::Fine && text == "\\'; drop table x; -- $$ 漢",
    insert = service,
    update = service,
    delete = service,
)]
struct Thing {
    #[model(id)]
    id: Id<Thing>,
    /// It's \ 'said'; $$.
    #[model(default = "\\'; drop table x; -- $$ 漢")]
    #[validate(length(max = 200))]
    text: String,
    #[model(default = Mood::Fine)]
    mood: Mood,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

static SCHEMA: Schema = ::backend_models::schema![Thing];

#[test]
fn what_is_derived_arrives() {
    on_every_server(async |database| {
        database.apply(&SCHEMA, Target::PLAIN).await;
        let table = r#""Thing's ""own""; --\ $$""#;
        database.run(&format!("insert into {table} default values")).await;
        let rows = database.rows(&format!("select * from {table}")).await;
        let thing = Thing::from_row(&rows[0]).unwrap();
        assert_eq!((&*thing.text, thing.mood), ("\\'; drop table x; -- $$ 漢", Mood::Fine));
        let doc = "select obj_description(c.oid), col_description(c.oid, 2) from pg_class c
            where relname like 'Thing%' and relkind = 'r'";
        let row = &database.rows(doc).await[0];
        assert_eq!(row.get::<String, _>(0), Thing::MODEL.doc);
        assert_eq!(row.get::<String, _>(1), Thing::MODEL.fields[1].doc);
        for (mood, visible) in [(Mood::Other, false), (Mood::Fine, true)] {
            let thing = Thing { mood, ..thing.clone() };
            let update = format!("update {table} set mood = $1");
            let update = sqlx::query(sqlx::AssertSqlSafe(update)).bind(mood);
            update.execute(&mut database.connection).await.unwrap();
            let auth = Auth::anonymous();
            assert_eq!(thing.may_select(&auth), visible);
            let seen = database.count_as(&auth, &format!("select id from {table}")).await;
            assert_eq!(seen, u64::from(visible));
        }
    });
}
