//! The words of `#[access(..)]`, which relations in `#[validate(..)]` and
//! `where = ..` share.

use super::{ALONE, ALONE_OR_LIST, Key, KeySet, LIST, Mistake, VALUE};

/// The commands that a rule can be for.
pub(crate) const COMMANDS: KeySet = KeySet::new(
    &[
        command("select", "write `select = ..`", "Who may read a row or a document."),
        command("insert", "write `insert = ..`", "Who may create one."),
        command("update", "write `update = ..`", "Who may change one, asked before and after."),
        command("delete", "write `delete = ..`", "Who may delete one."),
    ],
    &[
        Mistake::synonym(&["read", "get", "list"], "select"),
        Mistake::synonym(&["create", "write"], "insert"),
        Mistake::synonym(&["modify", "edit"], "update"),
        Mistake::synonym(&["remove"], "delete"),
        Mistake::other(
            &["all", "any", "everything", "default"],
            "write `select = .., insert = .., update = .., delete = ..`",
        ),
    ],
);

/// Words that are a condition by themselves.
pub(crate) const RULE_WORDS: KeySet = KeySet::new(
    &[
        Key::new("anyone", ALONE_OR_LIST, "write `anyone`", "Everyone, signed in or not."),
        Key::new("authenticated", ALONE, "write `authenticated`", "Everyone who is signed in."),
        Key::new("nobody", ALONE, "write `nobody`", "No client."),
        Key::new("service", ALONE, "write `service`", "The service role, and no client."),
    ],
    &[
        Mistake::synonym(&["public", "everyone", "everybody", "all", "any"], "anyone"),
        Mistake::synonym(&["none", "never", "noone", "no_one"], "nobody"),
        Mistake::synonym(
            &["user", "users", "signed_in", "logged_in", "member", "members"],
            "authenticated",
        ),
        Mistake::synonym(&["service_role", "server", "backend"], "service"),
    ],
);

/// Conditions that are written like a call, and `in`.
pub(crate) const CONDITIONS: KeySet = KeySet::new(
    &[
        Key::new(
            "exists",
            LIST,
            "write `exists(Membership { team_id, user_id: auth.uid() })`",
            "Another model has a row with these values.",
        ),
        Key::new("in", LIST, "write `status in [.., ..]`", "The value is one of a list."),
        Key::new("sql", LIST, "write `sql(\"..\")`", "A condition in SQL, as it stands."),
        Key::new(
            "rules",
            LIST,
            "write `rules(\"..\")`",
            "A condition in Firestore's rules, as it stands.",
        ),
    ],
    &[],
);

/// What `auth` answers about the caller.
pub(crate) const AUTH: KeySet = KeySet::new(
    &[
        Key::new("uid", LIST, "auth.uid()", "The id of the user."),
        Key::new("role", LIST, "auth.role()", "The role of the caller."),
        Key::new("email", LIST, "auth.email()", "The user's email address."),
        Key::new("claim", LIST, "auth.claim(\"..\")", "A claim that only the server sets."),
    ],
    &[
        Mistake::synonym(&["id", "user_id", "sub", "user"], "uid"),
        Mistake::synonym(&["jwt", "claims", "token", "app_metadata"], "claim"),
        Mistake::other(&["now", "time"], "the moment is `now()`"),
    ],
);

/// Values besides fields, literals and `auth`.
pub(crate) const VALUES: KeySet = KeySet::new(
    &[Key::new("now", LIST, "write `now()`", "The moment of the request.")],
    &[
        Mistake::synonym(&["now", "current_timestamp"], "now()"),
        Mistake::synonym(&["uid", "current_user", "current_user_id"], "auth.uid()"),
    ],
);

/// Methods behind a value.
pub(crate) const METHODS: KeySet = KeySet::new(
    &[
        Key::new("is_none", LIST, "write `.is_none()`", "The value is absent."),
        Key::new("is_some", LIST, "write `.is_some()`", "The value is present."),
    ],
    &[],
);

const fn command(name: &'static str, fix: &'static str, meaning: &'static str) -> Key {
    Key::new(name, VALUE, fix, meaning)
}
