//! Programs in Node, with the packages that `tests/node/` lists.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use uuid::Uuid;

/// A folder for the files of one test, from which Node finds the packages. It
/// is removed in the end.
#[derive(Debug)]
pub struct Folder {
    packages: PathBuf,
    path: PathBuf,
}

impl Folder {
    /// A new folder, beside the packages in `MODELS_NODE`. `None` where the
    /// machine has no Node, as `cargo xtask test` reports at its end: it leaves
    /// the variable empty then. A test that finds no variable has failed,
    /// because it has tested nothing.
    pub fn fresh() -> Option<Self> {
        let packages = std::env::var_os("MODELS_NODE").expect(
            "no packages for Node: run `cargo xtask test`, which installs them, or set MODELS_NODE",
        );
        if packages.is_empty() {
            eprintln!("not run: this machine has no Node");
            return None;
        }
        let packages = PathBuf::from(packages);
        let path = packages.join(format!("test-{}", Uuid::now_v7().simple()));
        fs::create_dir(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Some(Self { packages, path })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a file into it.
    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path.join(name), text).unwrap();
    }

    /// Runs a program in it; gives what it printed, or why it failed.
    pub fn node(&self, file: &str, arguments: &[&str]) -> Result<String, String> {
        self.node_with(file, arguments, &[])
    }

    /// The same, with variables in its environment.
    pub fn node_with(
        &self,
        file: &str,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Result<String, String> {
        let mut node = Command::new("node");
        node.arg(file).args(arguments).envs(variables.iter().copied());
        said(node.current_dir(&self.path))
    }

    /// Lets the TypeScript compiler judge a file, as strictly as it can.
    pub fn type_check(&self, file: &str) -> Result<String, String> {
        self.tsc(&["--noEmit", file])
    }

    /// Compiles files in TypeScript, if the compiler has nothing against them:
    /// `a.mts` becomes `a.mjs`, beside it.
    pub fn compile(&self, files: &[&str]) -> Result<String, String> {
        self.tsc(files)
    }

    fn tsc(&self, arguments: &[&str]) -> Result<String, String> {
        let mut compiler = Command::new(self.packages.join("node_modules/.bin/tsc"));
        compiler.args(["--strict", "--pretty", "false", "--skipLibCheck"]);
        compiler.args(["--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"]);
        compiler.args(["--module", "nodenext", "--target", "es2022"]);
        said(compiler.args(arguments).current_dir(&self.path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}

fn said(command: &mut Command) -> Result<String, String> {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let printed = text(&output.stdout);
    if output.status.success() {
        return Ok(printed);
    }
    Err(printed + &text(&output.stderr))
}
