//! pgrls: does row security, as a server has it, do what it should?

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use backend_models_test::Psql;
use backend_models_test::install::Package;

use super::Script;
use super::examples::{Example, Reads};
use crate::error::{Context, Error, Result};
use crate::process;

/// The tool.
pub(super) const PACKAGE: Package =
    Package { name: "pgrls", version: "0.57.1", hashes: None, what: "pgrls (45 MB from PyPI)" };

/// The threats against which it proves.
pub(super) const MODES: &[&str] = &[ANONYMOUS, TENANTS, "write", "escalation", "reachability"];

/// The threat of whoever has not signed in.
const ANONYMOUS: &str = "anon";

/// The threat of whoever belongs to others. What is open to anyone is open to
/// them, too, where this mode can tell.
const TENANTS: &str = "cross-tenant";

/// Rules that do not apply, whatever the model says:
///
/// - SEC005, a policy that reads no column: that is what `authenticated` says.
///   Whether a table is too open, SEC008, SEC038, SEC049 and the proofs tell.
/// - SEC010, a policy that denies every row: `nobody` and `service` say so in the
///   catalogue, and no privilege is granted for them either.
/// - SEC013, a trigger on a table with row security: `updated_at` is kept by one.
///   Its function has the caller's rights, and touches the new row only.
/// - SEC014, a function with its owner's rights: who belongs to what can be read
///   in no other way without a policy that calls itself. SEC042 still refuses
///   one that anyone may call.
/// - SEC035, a unique key without the column that policies compare: `unique`
///   says unique in the whole table; within a tenant it names the tenant's key.
/// - PERF003, a policy's column that no index leads with: the convention
///   `policy_column_is_indexed` asks it of columns that are compared with the
///   caller; one that is compared with a label (`status = 'published'`) selects
///   too many rows for an index to help.
const EXCLUDED: &[&str] = &["SEC005", "SEC010", "SEC013", "SEC014", "SEC035", "PERF003"];

/// Schemas that are Supabase's or the server's own.
const SCHEMAS: &str = "select string_agg(nspname, ',' order by nspname)
    from pg_catalog.pg_namespace
    where nspname !~ '^pg_' and nspname not in ('information_schema', 'auth', 'extensions')";

/// Reports every finding from warnings up.
pub(super) fn lint(folder: &Path, script: &Script, psql: &Psql, url: &str) -> Result {
    let path = script.path.with_extension("pgrls.toml");
    let settings = settings(script.example, psql, url)?;
    fs::write(&path, settings).context(|| path.display().to_string())?;
    let schemas = psql.ask(url, SCHEMAS)?;
    let mut pgrls = command(folder, "lint", url);
    pgrls.arg("--config").arg(path).args(["--schemas", &schemas]);
    let output = process::output(pgrls.args(["--min-severity", "warning"]), "python3")?;
    if output.status.success() { Ok(()) } else { Err(objection(&output)) }
}

/// Reports every hole that is proved, unless the example means it to be open.
pub(super) fn verify(folder: &Path, script: &Script, url: &str, mode: &str) -> Result {
    let output = process::output(command(folder, "verify", url).args(["--mode", mode]), "python3")?;
    if mode != ANONYMOUS && (mode != TENANTS || output.status.success()) {
        return if output.status.success() { Ok(()) } else { Err(objection(&output)) };
    }
    // It exits with 1 for a hole, with 2 for trouble of its own.
    if !matches!(output.status.code(), Some(0 | 1)) {
        return Err(objection(&output));
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let meant = script.example.tables(|reads| match reads {
        Reads::AllByAnyone | Reads::SomeByAnyone => true,
        Reads::AllByMembers => false,
    });
    let meant = meant.into_iter().collect();
    compare(&said, &meant, |leaks| {
        if mode == ANONYMOUS { leaks == &meant } else { leaks.is_subset(&meant) }
    })
}

/// Looks whether the tables that leak are as they are meant to be.
fn compare(
    said: &str,
    meant: &BTreeSet<&str>,
    are_meant: impl FnOnce(&BTreeSet<&str>) -> bool,
) -> Result {
    let rows = said.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        let (table, verdict) = (words.next()?, words.next()?);
        table.contains('.').then_some((table, verdict))
    });
    let rows: Vec<(&str, &str)> = rows.collect();
    if rows.is_empty() {
        return Err(Error::new(format!("no table was judged:\n{said}")));
    }
    let leaks = rows.iter().filter(|(_, verdict)| *verdict == "LEAK").map(|(table, _)| *table);
    let leaks: BTreeSet<&str> = leaks.collect();
    if are_meant(&leaks) {
        return Ok(());
    }
    Err(Error::new(format!(
        "open to anyone: {leaks:?}, meant to be (see judges/examples.rs): {meant:?}\n{said}"
    )))
}

/// The settings for an example: the rules about openness know what is meant.
fn settings(example: &Example, psql: &Psql, url: &str) -> Result<String> {
    let tables = example.tables(|reads| match reads {
        Reads::AllByAnyone | Reads::AllByMembers => true,
        Reads::SomeByAnyone => false,
    });
    let answer = psql.ask(
        url,
        &format!(
            "select schemaname || '.' || tablename || '.' || policyname
             from pg_catalog.pg_policies
             where cmd = 'SELECT' and schemaname || '.' || tablename = any ('{{{}}}')
             order by 1",
            tables.join(",")
        ),
    )?;
    Ok(toml(&tables, &answer.lines().collect::<Vec<_>>()))
}

fn toml(tables: &[&str], policies: &[&str]) -> String {
    format!(
        "[lint]\nfail_on = \"warning\"\ndisable = {EXCLUDED:?}\n\n\
         # Supabase's own role, which is meant to pass.\n\
         [lint.rules.SEC016]\nallowlist = [\"service_role\"]\n\n\
         # Every row is meant to be read.\n\
         [lint.rules.SEC008]\nallowlist = {policies:?}\n\n\
         [lint.rules.SEC038]\nallowlist = {policies:?}\n\n\
         [lint.rules.SEC049]\nallowlist = {tables:?}\n"
    )
}

fn command(folder: &Path, name: &str, url: &str) -> Command {
    let mut python = Command::new("python3");
    python.env("PYTHONPATH", folder).current_dir(folder);
    python.args(["-m", "pgrls", name, "--database-url", url]);
    python
}

fn objection(output: &Output) -> Error {
    let text = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    Error::new(String::from_utf8_lossy(&text).trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{compare, toml};

    const SAID: &str = "TABLE  VERDICT  DETAIL\n\
                        public.notes  PROVEN  no anonymous read\n\
                        public.posts  LEAK  every row\n\n\
                        2 RLS tables: 1 proven isolated, 1 leaking, 0 unverified.\n";

    #[test]
    fn a_table_may_be_as_open_as_it_is_meant_to_be() {
        let exactly = |said, meant: &[&'static str]| {
            let meant = meant.iter().copied().collect();
            compare(said, &meant, |leaks| leaks == &meant)
        };
        assert!(exactly(SAID, &["public.posts"]).is_ok());
        assert!(exactly(SAID, &[]).is_err());
        assert!(exactly(SAID, &["public.posts", "public.notes"]).is_err());
        assert!(exactly("", &[]).is_err());
    }

    #[test]
    fn settings_list_what_is_open() {
        let settings = toml(&["public.a"], &["public.a.a_select"]);
        assert!(settings.contains("[lint.rules.SEC038]\nallowlist = [\"public.a.a_select\"]\n"));
        assert!(settings.contains("[lint.rules.SEC049]\nallowlist = [\"public.a\"]\n"));
    }
}
