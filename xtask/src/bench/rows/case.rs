//! What is asked, and the policy that someone might have written instead.

/// A query of the user with the number 8 in `rows.sql`.
#[derive(Debug)]
pub(super) struct Case {
    /// What it is for, as the table shows it.
    pub(super) name: &'static str,
    /// Whose policy it meets.
    pub(super) table: &'static str,
    /// What the user asks.
    pub(super) asked: &'static str,
    /// The same where no policy helps: with the user's own rows named in it.
    pub(super) open: &'static str,
}

/// The key of that user.
pub(super) const USER: &str = "a0000000-0000-0000-0000-000000000008";

/// All of them; first those that an application asks most.
pub(super) const CASES: &[Case] = &[
    posts("a post by `id`", "select * from posts where id = 'e0000000000000000000000000000008'"),
    posts(
        "posts by `author_id`",
        "select * from posts where author_id = 'a0000000000000000000000000000008'",
    ),
    posts(
        "the latest 20 of them",
        "select * from posts where author_id = 'a0000000000000000000000000000008'
         order by created_at desc limit 20",
    ),
    notes(
        "a note by `id`",
        "select * from notes where id = 'd0000000000000000000000000000008'",
        "select * from notes where id = 'd0000000000000000000000000000008'",
    ),
    notes(
        "all notes that one may read",
        "select * from notes",
        "select * from notes where team_id = any (array(select team_id from memberships
         where user_id = 'a0000000000000000000000000000008'))",
    ),
];

/// Published, or one's own.
const fn posts(name: &'static str, asked: &'static str) -> Case {
    Case { name, table: "posts", asked, open: asked }
}

/// Those of one's teams.
const fn notes(name: &'static str, asked: &'static str, open: &'static str) -> Case {
    Case { name, table: "notes", asked, open }
}

/// The condition that is often written for reading a table, and is asked once
/// for each row.
pub(super) fn naive(table: &str) -> &'static str {
    match table {
        "notes" => "private.is_member(team_id)",
        _ => "status = 'published' or auth.uid() = author_id",
    }
}
