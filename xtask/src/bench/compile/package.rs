//! A contestant's package on disk, and its check.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::contestant::Contestant;
use super::model::{Model, Shape};
use crate::bench::cpu::Meter;
use crate::error::{Context, Result};
use crate::workspace;

/// Where all packages lie.
pub(super) fn folder() -> PathBuf {
    workspace::target().join("bench")
}

/// A package; its models are written when they are needed.
pub(super) struct Package<'a> {
    pub(super) contestant: &'a dyn Contestant,
    folder: PathBuf,
}

impl<'a> Package<'a> {
    /// Writes the manifest.
    pub(super) fn new(contestant: &'a dyn Contestant) -> Result<Self> {
        let package = Self { contestant, folder: folder().join(contestant.name()) };
        let manifest = format!(
            "[package]\nname = \"contestant\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\n{}\n\n[workspace]\n",
            contestant.dependencies().join("\n")
        );
        package.write("Cargo.toml", &manifest)?;
        package.models(0, Shape::Tree)?;
        Ok(package)
    }

    /// Writes this many models, and nothing of those before.
    pub(super) fn models(&self, count: usize, shape: Shape) -> Result {
        let sources = self.folder.join("src");
        if sources.exists() {
            fs::remove_dir_all(&sources).context(|| sources.display().to_string())?;
        }
        let mut root = String::new();
        for model in Model::all(count, shape) {
            // Writing into a string cannot fail.
            let _ = writeln!(root, "pub mod {};", model.module());
            self.write(&format!("src/{}.rs", model.module()), &self.contestant.file(model))?;
        }
        root.push_str(&self.contestant.root(count));
        self.write("src/lib.rs", &root)
    }

    /// CPU seconds of rustc for this package alone.
    pub(super) fn check(&self, meter: &Meter) -> Result<f64> {
        self.named(meter.rustc(&mut self.cargo("check"), None))
    }

    /// Lines of the package once every macro has run.
    pub(super) fn expanded(&self, meter: &Meter) -> Result<usize> {
        let file = self.folder.join("expanded.rs");
        self.named(meter.rustc(&mut self.cargo("check"), Some(&file)))?;
        let text = fs::read_to_string(&file).context(|| file.display().to_string())?;
        Ok(text.lines().filter(|line| !line.trim().is_empty()).count())
    }

    /// A command of cargo's on this package.
    pub(super) fn cargo(&self, command: &str) -> Command {
        let mut cargo = workspace::cargo();
        cargo.current_dir(&self.folder).arg(command).arg("--quiet");
        cargo.env("CARGO_INCREMENTAL", "0");
        cargo.env("CARGO_TARGET_DIR", self.folder.join("target"));
        cargo
    }

    fn named<T>(&self, outcome: Result<T>) -> Result<T> {
        outcome.context(|| self.contestant.name())
    }

    fn write(&self, name: &str, text: &str) -> Result {
        let path = self.folder.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).context(|| folder.display().to_string())?;
        }
        fs::write(&path, text).context(|| path.display().to_string())
    }
}
