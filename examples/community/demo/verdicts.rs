//! Who may do what: every command is tried for real, by everyone, and taken
//! back; then the struct is asked the same question, without a database.

use std::error::Error;

use ::backend_models::auth::User;
use ::backend_models::prelude::*;
use models_examples::grid::Grid;
use sqlx::postgres::{PgConnection, PgRow};
use sqlx::{AssertSqlSafe, Connection, FromRow};

use super::people::{Actor, People, become_actor};
use crate::models::{Comment, Membership, Note, Post, PostTag, Profile, Tag, Team, TeamRole};

const COMMANDS: [&str; 4] = ["select", "insert", "update", "delete"];

/// What the struct says of each of [`COMMANDS`], for this actor.
type Verdict = dyn Fn(&Actor, Id<User>) -> [bool; 4];

/// A row, the statements that try something with it, and what Rust says.
struct Case {
    name: &'static str,
    /// One for each of [`COMMANDS`]; `$1` is who tries.
    statements: [String; 4],
    allowed: Box<Verdict>,
}

/// Prints the table.
pub async fn show(connection: &mut PgConnection, people: &People) -> Result<(), Box<dyn Error>> {
    let actors = with_memberships(connection, people).await?;
    let cases = cases(connection, people).await?;
    let mut heading = vec!["row", "command"];
    heading.extend(actors.iter().map(|actor| actor.name));
    let mut grid = Grid::new(&heading);
    let (mut asked, mut different) = (0, 0);
    for case in &cases {
        for (number, command) in COMMANDS.iter().enumerate() {
            let mut cells = vec![
                if number == 0 { case.name.to_owned() } else { String::new() },
                (*command).to_owned(),
            ];
            for actor in &actors {
                let me = actor.id.unwrap_or(people.stranger);
                let server = attempt(connection, actor, me, &case.statements[number]).await?;
                let rust = (case.allowed)(actor, me)[number];
                asked += 1;
                different += i32::from(server != rust);
                let cell = if server { "yes" } else { "-" };
                cells.push(if server == rust { cell.to_owned() } else { format!("{cell} (!)") });
            }
            grid.row(cells);
        }
    }
    println!("\nWho may do what: every command tried on the server, and taken back.\n");
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

/// The actors, who know the rows that rules ask for.
async fn with_memberships(
    connection: &mut PgConnection,
    people: &People,
) -> Result<Vec<Actor>, sqlx::Error> {
    let memberships: Vec<Membership> =
        sqlx::query_as("select * from memberships").fetch_all(&mut *connection).await?;
    let teams: Vec<Team> =
        sqlx::query_as("select * from teams").fetch_all(&mut *connection).await?;
    let posts: Vec<Post> =
        sqlx::query_as("select * from posts").fetch_all(&mut *connection).await?;
    let with_rows = |actor: Actor| Actor {
        auth: actor
            .auth
            .with_rows(memberships.clone())
            .with_rows(teams.clone())
            .with_rows(posts.clone()),
        ..actor
    };
    Ok(people.actors().into_iter().map(with_rows).collect())
}

/// Whether the server lets it happen: a row is touched, and no policy and no
/// missing privilege stands against it.
async fn attempt(
    connection: &mut PgConnection,
    actor: &Actor,
    me: Id<User>,
    statement: &str,
) -> Result<bool, sqlx::Error> {
    let mut transaction = connection.begin().await?;
    become_actor(&mut transaction, &actor.auth).await?;
    let done =
        sqlx::query(AssertSqlSafe(statement.to_owned())).bind(me).execute(&mut *transaction).await;
    transaction.rollback().await?;
    match done {
        Ok(done) => Ok(done.rows_affected() > 0),
        // insufficient_privilege: no grant, or a policy.
        Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some("42501") => Ok(false),
        // A key or a check: it was allowed to try.
        Err(sqlx::Error::Database(error))
            if error.code().is_some_and(|code| code.starts_with("23")) =>
        {
            Ok(true)
        }
        Err(other) => Err(other),
    }
}

/// The case of one model: the row that is there, and one that is to be made.
async fn case<M>(
    connection: &mut PgConnection,
    name: &'static str,
    (table, column): (&str, &str),
    filter: &str,
    insert: String,
    make: impl Fn(M, Id<User>) -> M + 'static,
) -> Result<Case, sqlx::Error>
where
    M: Model + Clone + Send + Unpin + for<'r> FromRow<'r, PgRow>,
{
    let query = format!("select * from {table} where {filter}");
    let row: M = sqlx::query_as(AssertSqlSafe(query)).fetch_one(connection).await?;
    // A private column cannot be asked for, so a client never says `*`.
    let statements = [
        format!("select id from {table} where {filter} and $1::uuid is not null"),
        insert,
        format!("update {table} set {column} = {column} where {filter} and $1::uuid is not null"),
        format!("delete from {table} where {filter} and $1::uuid is not null"),
    ];
    let allowed = Box::new(move |actor: &Actor, me: Id<User>| {
        [
            row.may_select(&actor.auth),
            make(row.clone(), me).may_insert(&actor.auth),
            row.may_update(&row, &actor.auth),
            row.may_delete(&actor.auth),
        ]
    });
    Ok(Case { name, statements, allowed })
}

async fn cases(connection: &mut PgConnection, people: &People) -> Result<Vec<Case>, sqlx::Error> {
    let (ada, moderator) = (people.ada, people.moderator);
    // Rows that a client cannot see are named by their ids.
    let team = team_id(connection).await?;
    let post = post_id(connection).await?;
    Ok(vec![
        case(connection, "Ada's profile", ("profiles", "handle"), "handle = 'ada'",
            "insert into profiles (id, handle) values ($1, 'again')".to_owned(),
            |row: Profile, me| Profile { id: me, ..row }).await?,
        case(connection, "Ada's team", ("teams", "name"), "name = 'Editors'",
            "insert into teams (name, owner_id) values ('Mine', $1)".to_owned(),
            |row: Team, me| Team { id: Id::new(), owner_id: me, ..row }).await?,
        case(connection, "Ben's membership", ("memberships", "role"),
            &format!("user_id = '{}'", people.ben),
            // The team is named by its id: a client cannot see it to look it up.
            format!("insert into memberships (team_id, user_id) select '{team}', '{moderator}' where $1::uuid is not null"),
            move |row: Membership, _| Membership { id: Id::new(), user_id: moderator, role: TeamRole::Reader, ..row }).await?,
        case(connection, "a note of the team", ("notes", "text"), "text = 'Deadline on Friday'",
            format!("insert into notes (team_id, author_id, text) values ('{team}', $1, '..')"),
            |row: Note, me| Note { id: Id::new(), author_id: me, ..row }).await?,
        case(connection, "Ada's draft", ("posts", "title"), "title = 'A draft'",
            "insert into posts (author_id, title, body) values ($1, 'Mine', '..')".to_owned(),
            |row: Post, me| Post { id: Id::new(), author_id: me, ..row }).await?,
        case(connection, "Ada's published post", ("posts", "title"), "title = 'News'",
            format!("insert into posts (author_id, title, body) select '{ada}', 'Hers', '..' where $1::uuid is not null"),
            |row: Post, _| Post { id: Id::new(), ..row }).await?,
        case(connection, "Ben's comment", ("comments", "text"), "text = 'Well said'",
            format!("insert into comments (post_id, author_id, text) values ('{post}', $1, '..')"),
            |row: Comment, me| Comment { id: Id::new(), author_id: me, ..row }).await?,
        case(connection, "a tag", ("tags", "label"), "label = 'rust'",
            "insert into tags (label) select 'sql' where $1::uuid is not null".to_owned(),
            |row: Tag, _| Tag { id: Id::new(), ..row }).await?,
        case(connection, "a tag of Ada's post", ("post_tags", "tag_id"), &format!("author_id = '{ada}'"),
            "insert into post_tags (post_id, tag_id, author_id) select posts.id, tags.id, $1 from posts, tags where title = 'News'".to_owned(),
            |row: PostTag, me| PostTag { id: Id::new(), author_id: me, ..row }).await?,
    ])
}

async fn team_id(connection: &mut PgConnection) -> Result<Uuid, sqlx::Error> {
    sqlx::query_scalar("select id from teams").fetch_one(connection).await
}

async fn post_id(connection: &mut PgConnection) -> Result<Uuid, sqlx::Error> {
    sqlx::query_scalar("select id from posts where title = 'News'").fetch_one(connection).await
}
