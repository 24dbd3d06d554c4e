//! Who may do what: everyone tries every command on the emulator, and what they
//! did is put back; then the struct is asked the same question, without any.

use std::error::Error;

use ::backend_models::firestore::document::{Database, Patch, Write};
use ::backend_models::prelude::*;
use models_examples::grid::Grid;

use super::emulator::Emulator;
use super::people::{Actor, SERVER, actors};
use super::world;
use crate::models::{Comment, Member, Role, Team, TeamMember, Thread};

const COMMANDS: [&str; 4] = ["select", "insert", "update", "delete"];

/// What this actor does.
type Try = dyn Fn(&Actor) -> Result<Tries, Box<dyn Error>>;

/// A document, what is tried with it, and what Rust says.
struct Case {
    name: &'static str,
    /// Puts the document there, whatever is.
    seed: Write,
    /// The document's path.
    path: String,
    tries: Box<Try>,
}

/// What one actor does with it.
struct Tries {
    insert: Write,
    update: Write,
    delete: Write,
    /// Takes the inserted document away.
    undo: Write,
    /// What the struct says of each of [`COMMANDS`].
    allowed: [bool; 4],
}

/// Prints the table.
pub fn show(emulator: &Emulator) -> Result<(), Box<dyn Error>> {
    let actors = with_members(actors())?;
    let cases = cases(&emulator.database)?;
    let world: Vec<Write> = world_of(&cases, &emulator.database)?;
    let mut heading = vec!["document", "command"];
    heading.extend(actors.iter().map(|actor| actor.name));
    let mut grid = Grid::new(&heading);
    let (mut asked, mut different) = (0, 0);
    eprintln!("trying {} requests ..", cases.len() * COMMANDS.len() * actors.len());
    for case in &cases {
        for (number, command) in COMMANDS.iter().enumerate() {
            let name = if number == 0 { case.name } else { "" };
            let mut cells = vec![name.to_owned(), (*command).to_owned()];
            for actor in &actors {
                let tries = (case.tries)(actor)?;
                let rust = tries.allowed[number];
                let server = attempt(emulator, actor, case, tries, number, &world)?;
                asked += 1;
                different += i32::from(server != rust);
                let cell = if server { "yes" } else { "-" };
                cells.push(if server == rust { cell.to_owned() } else { format!("{cell} (!)") });
            }
            grid.row(cells);
        }
    }
    println!("\nWho may do what: every command tried on the emulator, and put back.\n");
    grid.print();
    println!(
        "\nThe structs, asked without a database, gave the same answer {} of {asked} times.",
        asked - different
    );
    if different > 0 {
        return Err(format!("{different} answers differ").into());
    }
    Ok(())
}

/// Whether the emulator lets it happen, with all documents as they were before.
fn attempt(
    emulator: &Emulator,
    actor: &Actor,
    case: &Case,
    tries: Tries,
    number: usize,
    world: &[Write],
) -> Result<bool, Box<dyn Error>> {
    // What is inserted may be one of the documents that are there.
    let mut before = world.to_vec();
    if number == 1 {
        before.push(tries.undo.clone());
    }
    emulator.commit(&before, Some(SERVER))?;
    let token = actor.token.as_deref();
    let done = match number {
        0 => emulator.get(&case.path, token)?,
        1 => emulator.commit(&[tries.insert], token)?,
        2 => emulator.commit(&[tries.update], token)?,
        _ => emulator.commit(&[tries.delete], token)?,
    };
    let mut after = vec![tries.undo];
    after.extend_from_slice(world);
    emulator.commit(&after, Some(SERVER))?;
    Ok(done)
}

/// The actors, who know the documents that rules ask for.
fn with_members(actors: Vec<Actor>) -> Result<Vec<Actor>, Box<dyn Error>> {
    let members = members()?;
    let knowing = |actor: Actor| Actor { auth: actor.auth.with_rows(members.clone()), ..actor };
    Ok(actors.into_iter().map(knowing).collect())
}

fn members() -> Result<Vec<TeamMember>, Box<dyn Error>> {
    let roles = [("ada", Role::Owner), ("ben", Role::Writer), ("mo", Role::Reader)];
    let members = roles.into_iter().map(|(id, role)| world::team_member(id, role));
    Ok(members.collect::<Result<_, _>>()?)
}

/// What puts every document there.
fn world_of(cases: &[Case], database: &Database) -> Result<Vec<Write>, Box<dyn Error>> {
    let mut writes = Vec::new();
    for member in members()? {
        writes.push(member.replace(database)?);
    }
    // Ben's membership is one of those, and a commit writes a document once.
    let known = |write: &Write| writes.iter().any(|other| other.document() == write.document());
    let more: Vec<Write> =
        cases.iter().map(|case| case.seed.clone()).filter(|seed| !known(seed)).collect();
    writes.extend(more);
    Ok(writes)
}

/// The case of one model: the document that is there, how it is changed, and
/// one that is to be made.
fn case<M: DocumentModel + Clone + 'static>(
    database: &Database,
    name: &'static str,
    row: M,
    change: impl Fn(M) -> M + 'static,
    make: impl Fn(M, &Actor) -> M + 'static,
) -> Result<Case, Box<dyn Error>> {
    let seed = row.replace(database)?;
    let path = row.path()?;
    let place = path.path().to_owned();
    let database = database.clone();
    let tries = Box::new(move |actor: &Actor| {
        let (new, changed) = (make(row.clone(), actor), change(row.clone()));
        Ok(Tries {
            insert: new.create(&database)?,
            update: Patch::between(&database, &row, &changed)?.write()?,
            delete: path.delete(&database),
            undo: new.path()?.delete(&database),
            allowed: [
                row.may_select(&actor.auth),
                new.may_insert(&actor.auth),
                row.may_update(&changed, &actor.auth),
                row.may_delete(&actor.auth),
            ],
        })
    });
    Ok(Case { name, seed, path: place, tries })
}

fn cases(database: &Database) -> Result<Vec<Case>, Box<dyn Error>> {
    Ok(vec![
        case(
            database,
            "Ada, as others see her",
            world::member("ada", "Ada"),
            |row| Member { display_name: "Ada L.".to_owned(), ..row },
            |row, actor| Member { id: actor.id.clone(), ..row },
        )?,
        case(
            database,
            "Ada's team",
            world::team()?,
            |row| Team { name: "Writers".to_owned(), ..row },
            |row, _| Team { id: DocId::new(), ..row },
        )?,
        case(
            database,
            "Ben in the team",
            world::team_member("ben", Role::Writer)?,
            |row| TeamMember { role: Role::Reader, ..row },
            |row, _| TeamMember { id: Uid::from("sam"), ..row },
        )?,
        case(
            database,
            "Ben's thread",
            world::thread("plans", "ben")?,
            |row| Thread { title: "What then?".to_owned(), ..row },
            |row, actor| Thread { id: DocId::new(), author: actor.id.clone(), ..row },
        )?,
        case(
            database,
            "Ada's thread",
            world::thread("news", "ada")?,
            |row| Thread { title: "What now?".to_owned(), ..row },
            // In Ada's name, whoever it is.
            |row, _| Thread { id: DocId::new(), ..row },
        )?,
        case(
            database,
            "Ben's comment",
            world::comment("first", "plans", "ben")?,
            |row| Comment { text: "We shall see.".to_owned(), ..row },
            |row, actor| Comment { id: DocId::new(), author: actor.id.clone(), ..row },
        )?,
    ])
}
