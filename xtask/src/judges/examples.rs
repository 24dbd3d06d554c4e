//! The examples whose SQL is judged, and what their authors mean to be open.

use std::fmt::{self, Display};
use std::fs;
use std::path::PathBuf;

use crate::error::{Context, Result};
use crate::{process, workspace};

/// The examples that answer `sql`, and `sql --plain`.
pub(super) const EXAMPLES: &[Example] = &[
    Example {
        name: "community",
        open: &[
            ("public.profiles", Reads::AllByAnyone),
            ("public.posts", Reads::SomeByAnyone),
            ("public.tags", Reads::AllByAnyone),
            ("public.post_tags", Reads::AllByAnyone),
            ("public.passages", Reads::AllByAnyone),
        ],
    },
    Example {
        name: "first_model",
        open: &[("public.profiles", Reads::AllByAnyone), ("public.posts", Reads::SomeByAnyone)],
    },
    Example { name: "one_rule", open: &[("public.meetings", Reads::SomeByAnyone)] },
];

/// An example of the package `models-examples`.
#[derive(Debug)]
pub(super) struct Example {
    /// The name of its file.
    pub(super) name: &'static str,
    /// The tables that are meant to be read by more than their rows' owners. The
    /// judges hold against it what is open and not said here.
    pub(super) open: &'static [(&'static str, Reads)],
}

/// Which rows of a table are meant to be read, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reads {
    /// Every row, by everyone: `select = anyone`.
    AllByAnyone,
    /// Every row, by whoever has signed in: `select = authenticated`.
    #[expect(dead_code, reason = "no example has such a table yet")]
    AllByMembers,
    /// Some rows by everyone, as published posts.
    SomeByAnyone,
}

/// For whom SQL is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Platform {
    /// Any `PostgreSQL`.
    Plain,
    /// A Supabase project, which has roles, users and claims already.
    Supabase,
}

/// A script to judge.
#[derive(Debug)]
pub(super) struct Script {
    /// Whose it is.
    pub(super) example: &'static Example,
    /// For whom it is.
    pub(super) platform: Platform,
    /// Where it was written.
    pub(super) path: PathBuf,
}

impl Display for Script {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let platform = match self.platform {
            Platform::Plain => "plain",
            Platform::Supabase => "supabase",
        };
        write!(formatter, "{}-{platform}", self.example.name)
    }
}

impl Example {
    /// The tables for which `meant` holds.
    pub(super) fn tables(&self, meant: impl Fn(Reads) -> bool) -> Vec<&'static str> {
        let open = self.open.iter().filter(|(_, reads)| meant(*reads));
        open.map(|(table, _)| *table).collect()
    }
}

/// Lets the examples write their scripts, plain ones first: the roles of a
/// server are shared, and must not be there when a plain script makes its own.
pub(super) fn write(examples: &'static [Example]) -> Result<Vec<Script>> {
    let folder = workspace::target().join("judges");
    fs::create_dir_all(&folder).context(|| folder.display().to_string())?;
    let mut scripts = Vec::new();
    for (platform, arguments) in
        [(Platform::Plain, ["sql", "--plain"].as_slice()), (Platform::Supabase, &["sql"])]
    {
        for example in examples {
            let mut cargo = workspace::cargo();
            cargo.args(["run", "--quiet", "--package", "models-examples"]);
            cargo.args(["--example", example.name, "--"]).args(arguments);
            let sql = process::capture(&mut cargo, &format!("the example {}", example.name))?;
            let mut script = Script { example, platform, path: PathBuf::new() };
            script.path = folder.join(format!("{script}.sql"));
            fs::write(&script.path, sql).context(|| script.path.display().to_string())?;
            scripts.push(script);
        }
    }
    Ok(scripts)
}

#[cfg(test)]
mod tests {
    use super::{Example, Reads};

    #[test]
    fn tables_are_chosen_by_what_is_meant() {
        let open = &[("a", Reads::AllByAnyone), ("b", Reads::SomeByAnyone)];
        let example = Example { name: "x", open };
        assert_eq!(example.tables(|reads| reads == Reads::SomeByAnyone), ["b"]);
    }
}
