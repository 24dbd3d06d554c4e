//! The models of the example, as subjects.

use ::backend_models::types::{Id, ModelEnum as _};
use uuid::Uuid;

use super::subject::Subject;
use crate::community::{
    Comment, Membership, Note, Passage, Post, PostStatus, PostTag, Profile, Tag, Team, TeamRole,
};
use crate::world::key;

/// Those with a profile, which other rows may refer to.
const MEMBERS: [&str; 6] = ["owner", "writer", "reader", "rival", "stranger", "moderator"];

fn id<M>(name: &str) -> Id<M> {
    Id::from_uuid(key(name))
}

/// Each of these rows as each of these members would make it, with a new key.
fn by_everyone<M: Clone>(rows: &[M], sign: impl Fn(&mut M, &str)) -> Vec<M> {
    let mut signed = Vec::new();
    for row in rows {
        for member in MEMBERS {
            let mut row = row.clone();
            sign(&mut row, member);
            signed.push(row);
        }
    }
    signed
}

/// What is written the same way for every model: the change of one field, and
/// the columns of a new row.
macro_rules! subject {
    (|$row:ident| $changed:expr, $change:literal, $columns:literal, $values:expr) => {
        fn key(&self) -> Uuid {
            self.id.uuid()
        }

        fn changed(&self) -> Self {
            let $row = self;
            $changed
        }

        fn change() -> &'static str {
            $change
        }

        fn inserted(&self) -> String {
            let $row = self;
            format!("({}) values ('{}', {})", $columns, $row.id, $values)
        }
    };
}

impl Subject for Profile {
    subject!(
        |row| Self { contact: Some("x".to_owned()), ..row.clone() },
        "contact = 'x'",
        "id, handle",
        format!("'{}'", row.handle)
    );

    fn candidates(rows: &[Self]) -> Vec<Self> {
        let newcomer = Self { id: id("newcomer"), handle: "new".to_owned(), ..rows[0].clone() };
        vec![newcomer]
    }
}

impl Subject for Team {
    subject!(
        |row| Self { name: "x".to_owned(), ..row.clone() },
        "name = 'x'",
        "id, name, owner_id",
        format!("'x', '{}'", row.owner_id)
    );

    fn candidates(rows: &[Self]) -> Vec<Self> {
        by_everyone(&rows[..1], |row, member| (row.id, row.owner_id) = (id("new"), id(member)))
    }
}

impl Subject for Membership {
    subject!(
        |row| Self { role: TeamRole::Writer, ..row.clone() },
        "role = 'writer'",
        "id, team_id, user_id, role",
        format!("'{}', '{}', '{}'", row.team_id, row.user_id, row.role.label())
    );

    /// Each pair once.
    fn candidates(rows: &[Self]) -> Vec<Self> {
        let mut new =
            by_everyone(rows, |row, member| (row.id, row.user_id) = (id("new"), id(member)));
        new.retain(|it| {
            !rows.iter().any(|row| (row.team_id, row.user_id) == (it.team_id, it.user_id))
        });
        new
    }
}

impl Subject for Note {
    subject!(
        |row| Self { text: "x".to_owned(), ..row.clone() },
        "text = 'x'",
        "id, team_id, author_id, text",
        format!("'{}', '{}', ''", row.team_id, row.author_id)
    );

    fn candidates(rows: &[Self]) -> Vec<Self> {
        by_everyone(rows, |row, member| (row.id, row.author_id) = (id("new"), id(member)))
    }
}

impl Subject for Post {
    subject!(
        |row| Self { status: PostStatus::Archived, ..row.clone() },
        "status = 'archived'",
        "id, author_id, title, body, status",
        format!("'{}', '', '', '{}'", row.author_id, row.status.label())
    );

    fn candidates(rows: &[Self]) -> Vec<Self> {
        by_everyone(rows, |row, member| (row.id, row.author_id) = (id("new"), id(member)))
    }
}

impl Subject for Comment {
    subject!(
        |row| Self { text: "x".to_owned(), ..row.clone() },
        "text = 'x'",
        "id, post_id, author_id, text",
        format!("'{}', '{}', ''", row.post_id, row.author_id)
    );

    fn candidates(rows: &[Self]) -> Vec<Self> {
        by_everyone(rows, |row, member| (row.id, row.author_id) = (id("new"), id(member)))
    }
}

impl Subject for Tag {
    subject!(
        |row| Self { label: "x".to_owned(), ..row.clone() },
        "label = 'x'",
        "id, label",
        format!("'{}'", row.label)
    );

    fn candidates(rows: &[Self]) -> Vec<Self> {
        vec![Self { id: id("new"), label: "new".to_owned(), ..rows[0].clone() }]
    }
}

impl Subject for PostTag {
    subject!(
        |row| Self { tag_id: id("sql"), ..row.clone() },
        "tag_id = @sql",
        "id, post_id, tag_id, author_id",
        format!("'{}', '{}', '{}'", row.post_id, row.tag_id, row.author_id)
    );

    fn candidates(rows: &[Self]) -> Vec<Self> {
        let posts = ["published", "draft", "archived", "their_draft", "news"];
        let row = |post: &str| Self {
            id: id("new"),
            post_id: id(post),
            tag_id: id("sql"),
            ..rows[0].clone()
        };
        let rows: Vec<Self> = posts.into_iter().map(row).collect();
        by_everyone(&rows, |row, member| row.author_id = id(member))
    }
}

impl Subject for Passage {
    subject!(
        |row| Self { text: "x".to_owned(), ..row.clone() },
        "text = 'x'",
        "id, path, \"position\", text, embedding",
        format!("'{}', 0, '', array_fill(0.1, array[384])::extensions.vector", row.path)
    );

    fn candidates(rows: &[Self]) -> Vec<Self> {
        vec![Self { id: id("new"), path: "new".to_owned(), ..rows[0].clone() }]
    }
}
