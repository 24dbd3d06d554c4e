//! The whole application on a real server, made, shown and taken away again.

mod database;
mod documentation;
mod embedding;
mod people;
mod search;
mod seed;
mod verdicts;

use std::error::Error;

use ::backend_models::apply::{Options, apply};
use ::backend_models::postgres::{Script, Target};

use crate::models::SCHEMA;
use database::Database;

/// Makes a database of its own on the server, runs everything, drops it.
pub async fn run(url: &str) -> Result<(), Box<dyn Error>> {
    let script = Script::new(&SCHEMA, Target::PLAIN)?;
    println!("{script}");
    let database = Database::create(url).await?;
    let shown = show(&database, &script).await;
    database.drop().await?;
    shown
}

async fn show(database: &Database, script: &Script<'_>) -> Result<(), Box<dyn Error>> {
    let mut connection = database.connect().await?;
    apply(&mut connection, script.statements(), &Options::default()).await?;
    let count = script.statements().count();
    println!("Applied {count} statements, in one transaction, to a database of its own.");
    let people = seed::seed(&mut connection).await?;
    verdicts::show(&mut connection, &people).await?;
    search::show(&mut connection).await
}
