//! Copies of a name: the plan, and a fan-out after the name was changed.

use std::error::Error;

use ::backend_models::firestore::copies::{
    BatchLimits, Copies, CopySet, Cursor, FanOut, SourceId, Stale,
};
use ::backend_models::firestore::document::{Patch, Value, Write};
use ::backend_models::prelude::*;
use models_examples::grid::Grid;

use super::emulator::Emulator;
use super::people::SERVER;
use super::world;
use crate::models::{Member, SCHEMA};

/// How many threads Ada has begun, and how often she has commented on each.
const THREADS: usize = 12;
const COMMENTS: usize = 9;

/// Prints the plan, renames Ada, and brings what repeats her name up to date.
pub async fn show(emulator: &Emulator) -> Result<(), Box<dyn Error>> {
    let copies = Copies::of(&SCHEMA)?;
    plan(&copies);
    let (ada, count) = write(emulator)?;
    let fan_out = FanOut::new(emulator, &emulator.database, &copies)
        .with_limits(BatchLimits { documents: 50, ..BatchLimits::default() });
    println!("\nAda begins {THREADS} threads and writes {count} comments, as \"Ada\".");
    expect(check(&fan_out).await?.len(), 0)?;

    let source = ada.path()?;
    let named = Patch::at(&emulator.database, &source)
        .set(field!(Member::display_name), &"Ada Lovelace".to_owned());
    emulator.commit(&[named.write()?], Some(SERVER))?;
    println!("\nShe renames herself to \"Ada Lovelace\".");
    let stale = check(&fan_out).await?;
    if let Some(first) = stale.first() {
        println!("  the first: {}", said(first));
    }
    expect(stale.len(), THREADS + count)?;

    println!("\nThe fan-out, in batches of 50 documents:");
    let report = fan_out
        .run(source.path(), Cursor::default(), |at| {
            println!("  on to set {} of the plan, behind {}", at.set + 1, place(at));
        })
        .await?;
    println!("  {} copies read, {} written", report.read, report.written);
    expect(report.written, THREADS + count)?;
    expect(check(&fan_out).await?.len(), 0)
}

/// What is copied where, and how the copies are found.
fn plan(copies: &Copies) {
    println!("\nThe plan of the copies:\n");
    let mut grid = Grid::new(&["of", "to", "found by", "index"]);
    for set in copies.sets() {
        let field = |of: fn(&CopySet) -> Vec<&str>| of(set).join(", ");
        let from = field(|set| set.fields.iter().map(|field| field.source.as_str()).collect());
        let to = field(|set| set.fields.iter().map(|field| field.copy.as_str()).collect());
        let via = match &set.source_id {
            SourceId::Text(field) | SourceId::Reference(field) => field.clone(),
            SourceId::Path(level) => format!("the id {level} above"),
        };
        let index = set.index().map(|index| format!("of the group {}", index.group));
        grid.row(vec![
            format!("{}.{from}", set.source.join("/")),
            format!("{}.{to}", set.target.join("/")),
            via,
            index.unwrap_or_else(|| "Firestore's own".to_owned()),
        ]);
    }
    grid.print();
}

/// Ada, and all that she has written, under her name; and how many comments.
fn write(emulator: &Emulator) -> Result<(Member, usize), Box<dyn Error>> {
    let database = &emulator.database;
    let ada = world::member("ada", "Ada");
    let name = Some(ada.display_name.clone());
    let mut writes: Vec<Write> = vec![ada.replace(database)?];
    for thread in 0..THREADS {
        let id = format!("thread{thread:02}");
        let mut begun = world::thread(&id, "ada")?;
        begun.author_name.clone_from(&name);
        writes.push(begun.replace(database)?);
        for comment in 0..COMMENTS {
            let mut said = world::comment(&format!("comment{comment}"), &id, "ada")?;
            said.author_name.clone_from(&name);
            writes.push(said.replace(database)?);
        }
    }
    emulator.commit(&writes, Some(SERVER))?;
    Ok((ada, THREADS * COMMENTS))
}

/// Compares every copy with what it copies, and says how many differ.
async fn check(fan_out: &FanOut<'_, Emulator>) -> Result<Vec<Stale>, Box<dyn Error>> {
    let (mut stale, mut read, mut next) = (Vec::new(), 0, Some(Cursor::default()));
    while let Some(cursor) = next {
        let page = fan_out.stale(&cursor).await?;
        stale.extend(page.stale);
        read += page.read;
        next = page.next;
    }
    println!("  check: {read} copies compared, {} stale", stale.len());
    Ok(stale)
}

fn said(stale: &Stale) -> String {
    let path = stale.document.split_once("/documents/").map_or("", |(_, path)| path);
    let text = |value: &Option<Value>| match value {
        Some(Value::String(text)) => format!("{text:?}"),
        Some(other) => format!("{other:?}"),
        None => "nothing".to_owned(),
    };
    let (holds, should) = (text(&stale.holds), text(&stale.should));
    format!("{path}.{} holds {holds} and should hold {should}", stale.field)
}

/// The document that a cursor is behind.
fn place(cursor: &Cursor) -> &str {
    let after = cursor.after.as_deref().and_then(|name| name.split_once("/documents/"));
    after.map_or("nothing yet", |(_, path)| path)
}

fn expect(count: usize, expected: usize) -> Result<(), Box<dyn Error>> {
    if count == expected {
        return Ok(());
    }
    Err(format!("{count} copies, and {expected} were expected").into())
}
