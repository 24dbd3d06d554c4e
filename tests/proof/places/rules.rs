//! The rules, asked on an emulator.

use std::collections::BTreeMap;
use std::thread;

use ::backend_models::access::{Row, Value};
use ::backend_models::firestore::Rules as Printed;
use ::backend_models::schema::{Field, ModelDef};
use models_tests::documents::stored;
use models_tests::firestore::value::timestamp;
use models_tests::firestore::{Emulator, Error, Outcome, Project, User, Write, field_path};
use serde_json::{Map, json};

use super::rust;
use super::{Batch, Place, Verdict};
use crate::case::{Case, Command, body, members};

/// A project of its own on an emulator.
pub(crate) struct Rules {
    project: Project,
    /// Changes the rules before they apply: how a test breaks the printer.
    alter: fn(&str) -> String,
}

/// Google's emulator.
const SLOW: &str = "google";

/// How many ask at once.
const ASKING: usize = 4;

/// As many writes as one commit takes, and some less.
const WRITES: usize = 400;

impl Rules {
    pub(crate) fn on(emulator: &Emulator, alter: fn(&str) -> String) -> Self {
        Self { project: Project::fresh(emulator), alter }
    }
}

impl Place for Rules {
    fn name(&self) -> String {
        format!("rules on {}", self.project.emulator.name)
    }

    fn is_sampled(&self) -> bool {
        self.project.emulator.name == SLOW
    }

    fn ask(&mut self, batch: &Batch) -> Vec<Verdict> {
        let rules = (self.alter)(&Printed::new(&batch.schema).unwrap().to_text());
        let issues = self.project.put_rules(&rules).unwrap_or_else(|it| panic!("{it}\n{rules}"));
        assert_eq!(issues, [], "{rules}");
        self.prepare(&members().iter().map(member).collect::<Vec<_>>());
        let mut verdicts = vec![None; batch.cases.len()];
        for round in rounds(batch) {
            let prepared = round.iter().map(|at| before(batch, &batch.cases[*at]));
            self.prepare(&prepared.collect::<Vec<_>>());
            let answers = self.ask_at_once(batch, &round);
            for (at, answer) in round.into_iter().zip(answers) {
                verdicts[at] = Some(answer);
            }
        }
        self.project.clear().unwrap();
        verdicts.into_iter().map(|verdict| verdict.expect("each was asked")).collect()
    }
}

impl Rules {
    fn prepare(&self, writes: &[Write]) {
        for writes in writes.chunks(WRITES) {
            self.project.as_owner().commit(writes).unwrap().allowed();
        }
    }

    fn ask_at_once(&self, batch: &Batch, round: &[usize]) -> Vec<Verdict> {
        let share = round.len().div_ceil(ASKING).max(1);
        let ask =
            |at: &usize| attempt(&self.project, batch.model(&batch.cases[*at]), &batch.cases[*at]);
        thread::scope(|scope| {
            let asking: Vec<_> = round
                .chunks(share)
                .map(|part| scope.spawn(move || part.iter().map(ask).collect::<Vec<_>>()))
                .collect();
            asking.into_iter().flat_map(|part| part.join().expect("it asks")).collect()
        })
    }
}

/// The cases, so that no two of one round are about the same document.
fn rounds(batch: &Batch) -> Vec<Vec<usize>> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let mut rounds: Vec<Vec<usize>> = Vec::new();
    for (at, case) in batch.cases.iter().enumerate() {
        let round = times.entry(place(batch.model(case), case.row())).or_default();
        if rounds.len() == *round {
            rounds.push(Vec::new());
        }
        rounds[*round].push(at);
        *round += 1;
    }
    rounds
}

fn id(row: &Row, name: &str) -> String {
    match &row[name] {
        Value::Uuid(id) => id.to_string(),
        Value::Text(other) => other.clone(),
        other => unreachable!("{other:?} is no id"),
    }
}

/// The path of a document.
fn place(model: &ModelDef, row: &Row) -> String {
    let collection = &model.collection.as_ref().unwrap().path.collection;
    format!("teams/{}/{collection}/{}", id(row, "team_id"), id(row, "id"))
}

fn member(member: &Row) -> Write {
    let path = format!("teams/{}/members/{}", id(member, "team_id"), id(member, "user_id"));
    let named = [("the role", "role"), ("level", "level")];
    let fields = named
        .into_iter()
        .filter_map(|(name, field)| Some((name.to_owned(), stored(&member[field])?)));
    Write::set(&path, &fields.collect::<Map<_, _>>().into())
}

/// Puts the document there, or sees that there is none.
fn before(batch: &Batch, case: &Case) -> Write {
    let model = batch.model(case);
    let path = place(model, case.row());
    let Some(row) = &case.before else { return Write::delete(&path) };
    // A change would have to mend what no client may write.
    let nulls = case.nulls && case.command != Command::Update;
    let mut document = document(model, row, nulls);
    let times = model.fields.iter().filter(|it| it.is_created_at() || it.is_updated_at());
    document
        .extend(times.map(|it| (name(it).to_owned(), timestamp("2026-01-01T00:00:00.000001Z"))));
    Write::set(&path, &document.into())
}

fn name(field: &Field) -> &str {
    field.document.as_deref().unwrap()
}

fn document(model: &ModelDef, row: &Row, nulls: bool) -> Map<String, serde_json::Value> {
    let null = nulls.then(|| json!({"nullValue": null}));
    let fields = body(model).filter_map(|field| {
        let value = stored(rust::value(row, field)).or_else(|| null.clone())?;
        Some((name(field).to_owned(), value))
    });
    fields.collect()
}

fn attempt(project: &Project, model: &ModelDef, case: &Case) -> Verdict {
    let session = project.as_user(&User::of(&case.auth, &["role", "org"]));
    let path = place(model, case.row());
    let write = match (case.command, &case.before, &case.after) {
        (Command::Select, ..) => return verdict(session.get(&path)),
        (Command::Delete, ..) => Write::delete(&path),
        (Command::Insert, _, Some(row)) => {
            let write = Write::create(&path, &document(model, row, false).into());
            let times = model.fields.iter().filter(|it| it.is_created_at() || it.is_updated_at());
            times.fold(write, |write, time| write.server_time(name(time)))
        }
        (Command::Update, Some(old), Some(new)) => {
            let changed = rust::changed(model, old, new);
            let mask: Vec<String> = changed.map(|field| field_path(name(field))).collect();
            let mask: Vec<&str> = mask.iter().map(String::as_str).collect();
            let write = Write::update(&path, &document(model, new, false).into(), &mask);
            let time = model.fields.iter().find(|field| field.is_updated_at());
            time.into_iter().fold(write, |write, time| write.server_time(name(time)))
        }
        (command, ..) => unreachable!("{command:?} lacks a row"),
    };
    verdict(session.commit(&[write]))
}

fn verdict(outcome: Result<Outcome, Error>) -> Verdict {
    match outcome {
        Ok(Outcome::Allowed(_)) => Verdict::Allowed,
        Ok(Outcome::Denied(said)) => Verdict::Denied(said),
        Err(error) => Verdict::Failed(error.to_string()),
    }
}
