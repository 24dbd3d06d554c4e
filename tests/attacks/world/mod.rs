//! The community example on a server, with people and rows in it, and a
//! client who asks as `PostgREST` would let them.

mod attack;
mod footing;
mod names;
mod people;

use ::backend_models::schema::Schema;
use models_tests::database::Database;
use sqlx::Row as _;
use sqlx::postgres::PgConnection;

pub(crate) use attack::DENIED;
pub(crate) use footing::{Footing, on_every_footing, on_supabase};
pub(crate) use names::{filled, key};
pub(crate) use people::People;

/// The example with rows in it.
pub(crate) struct World<'d> {
    /// Its database, with the connection of a superuser.
    pub(crate) database: &'d mut Database,
    /// The connection of a login that may become `anon` and `authenticated`
    /// and nothing else, as any client in the end.
    pub(crate) client: PgConnection,
    /// What it is to be after every attack.
    digest: String,
}

/// The example's models, without those that the server cannot keep.
pub(crate) fn schema(vectors: bool) -> Schema {
    let Schema { models } = &crate::community::SCHEMA;
    let kept = models.iter().filter(|model| vectors || model.name != "Passage");
    Schema { models: kept.cloned().collect() }
}

/// The names of their tables.
pub(crate) fn tables(vectors: bool) -> Vec<String> {
    let models = schema(vectors).models;
    let names = models.iter().filter_map(|model| model.table.as_ref()).map(|it| &it.name);
    names.map(ToString::to_string).collect()
}

impl<'d> World<'d> {
    /// The example, made by the script for this footing.
    pub(crate) async fn new(database: &'d mut Database, footing: Footing) -> Self {
        footing::make(database, footing).await;
        database.run(&filled(include_str!("rows.sql"))).await;
        if database.has_vectors {
            database.run(&filled(include_str!("passages.sql"))).await;
        }
        let client = database.connect_as(footing::CLIENT).await;
        let mut world = Self { database, client, digest: String::new() };
        world.digest = world.contents().await;
        world
    }

    /// Every row of every table, as one short text.
    pub(crate) async fn contents(&mut self) -> String {
        let digests: Vec<String> = tables(self.database.has_vectors)
            .iter()
            .map(|name| {
                format!("select '{name}', md5(string_agg(t::text, ';' order by id)) from {name} t")
            })
            .collect();
        let rows = self.database.rows(&digests.join(" union all ")).await;
        let digest = |row: &sqlx::postgres::PgRow| {
            let digest: Option<String> = row.get(1);
            format!("{} {}\n", row.get::<String, _>(0), digest.unwrap_or_default())
        };
        rows.iter().map(digest).collect()
    }
}
