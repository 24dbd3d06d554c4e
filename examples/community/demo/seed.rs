//! A few rows of everything.

use ::backend_models::prelude::*;
use sqlx::postgres::PgConnection;

use super::people::People;
use crate::models::{PostStatus, TeamRole};

/// Fills the tables; the names of the people are their handles.
pub async fn seed(connection: &mut PgConnection) -> Result<People, sqlx::Error> {
    let people =
        People { ada: Id::new(), ben: Id::new(), stranger: Id::new(), moderator: Id::new() };
    let named = [
        (people.ada, "ada"),
        (people.ben, "ben"),
        (people.stranger, "sam"),
        (people.moderator, "mo"),
    ];
    for (id, handle) in named {
        sqlx::query("insert into auth.users (id) values ($1)")
            .bind(id)
            .execute(&mut *connection)
            .await?;
        sqlx::query(
            "insert into profiles (id, handle, contact) values ($1, $2, $2 || '@example.org')",
        )
        .bind(id)
        .bind(handle)
        .execute(&mut *connection)
        .await?;
    }
    sqlx::query(
        "with team as (insert into teams (name, owner_id) values ('Editors', $1) returning id),
         joined as (
             insert into memberships (team_id, user_id, role)
             select team.id, who, role from team, (values ($1, $3), ($2, $4)) as m (who, role)
             returning team_id
         )
         insert into notes (team_id, author_id, text) select id, $1, 'Deadline on Friday' from team",
    )
    .bind(people.ada)
    .bind(people.ben)
    .bind(TeamRole::Writer)
    .bind(TeamRole::Reader)
    .execute(&mut *connection)
    .await?;
    for (title, status) in [("A draft", PostStatus::Draft), ("News", PostStatus::Published)] {
        sqlx::query("insert into posts (author_id, title, body, status) values ($1, $2, '..', $3)")
            .bind(people.ada)
            .bind(title)
            .bind(status)
            .execute(&mut *connection)
            .await?;
    }
    sqlx::query(
        "insert into comments (post_id, author_id, text)
         select id, $1, 'Well said' from posts where title = 'News'",
    )
    .bind(people.ben)
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "with tag as (insert into tags (label) values ('rust') returning id)
         insert into post_tags (post_id, tag_id, author_id)
         select posts.id, tag.id, $1 from posts, tag where title = 'News'",
    )
    .bind(people.ada)
    .execute(&mut *connection)
    .await?;
    Ok(people)
}
