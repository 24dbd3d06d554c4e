//! A run: batch after batch, until the decisions are made or two disagree.

use std::thread;

use ::backend_models::schema::ModelDef;
use models_tests::firestore::emulators;
use models_tests::servers::servers;

use super::case::{self, Case};
use super::counts::Counts;
use super::dice::Dice;
use super::model;
use super::place::{Batch, Place, Verdict};
use super::postgres::Postgres;
use super::printed::Refusals;
use super::report::Report;
use super::rules::Rules;
use super::shrink::shrink;

/// Models of one batch, and decisions on each.
const MODELS: usize = 8;
const CASES: usize = 64;

/// Every server and every emulator.
pub(crate) fn places() -> Vec<Box<dyn Place>> {
    let as_it_is = str::to_owned;
    let on_server = |server| Box::new(Postgres::on(server, as_it_is)) as Box<dyn Place>;
    let on_emulator = |emulator| Box::new(Rules::on(emulator, as_it_is)) as Box<dyn Place>;
    servers().iter().map(on_server).chain(emulators().iter().map(on_emulator)).collect()
}

/// The places, and what they were asked so far.
pub(crate) struct Run {
    seed: u64,
    /// Each with how many decisions it is asked for.
    places: Vec<(Box<dyn Place>, usize)>,
    pub(crate) counts: Counts,
    refusals: Refusals,
}

impl Run {
    pub(crate) fn new(seed: u64) -> Self {
        let (counts, refusals) = (Counts::default(), Refusals::default());
        Self { seed, places: Vec::new(), counts, refusals }
    }

    /// One more place, for so many decisions.
    pub(crate) fn asks(&mut self, place: Box<dyn Place>, decisions: usize) {
        self.places.push((place, decisions));
    }

    /// Goes on until so many decisions are made; what was found before, small.
    pub(crate) fn until(&mut self, decisions: usize) -> Option<Report> {
        let mut number = 0;
        while self.counts.decisions() < decisions {
            let batch = self.batch(number);
            number += 1;
            if let Some((place, at)) = self.disagreement(&batch) {
                return Some(self.report(&batch, place, at));
            }
            if number % 100 == 0 {
                eprintln!("so far, {}", self.counts);
            }
        }
        None
    }

    /// The models and decisions of a number; the same for the same seed.
    fn batch(&mut self, number: u64) -> Batch {
        let dice = &mut Dice::new(self.seed, number);
        let models: Vec<ModelDef> =
            (0..MODELS).map(|number| model::draw(dice, number, &mut self.refusals)).collect();
        let mut cases: Vec<Case> = Vec::new();
        for position in 0..MODELS {
            cases.extend((0..CASES).filter_map(|_| case::draw(dice, &models, position)));
        }
        Batch::new(models, cases)
    }

    /// Asks all places at once. Which of them disagrees with Rust, and about
    /// what.
    fn disagreement(&mut self, batch: &Batch) -> Option<(usize, usize)> {
        let made = self.counts.decisions();
        let rust = batch.in_rust();
        self.counts.add(batch, &rust);
        let answers: Vec<Option<Vec<Verdict>>> = thread::scope(|scope| {
            let asked: Vec<_> = self
                .places
                .iter_mut()
                .map(|(place, decisions)| {
                    (made < *decisions).then(|| scope.spawn(|| place.ask(batch)))
                })
                .collect();
            let join = |it: thread::ScopedJoinHandle<'_, _>| it.join().expect("a place answers");
            asked.into_iter().map(|asked| asked.map(join)).collect()
        });
        let mut found = None;
        for (number, answers) in answers.iter().enumerate() {
            let Some(answers) = answers else { continue };
            *self.counts.places.entry(self.places[number].0.name()).or_default() += answers.len();
            let differs = |(verdict, rust): (&Verdict, &bool)| !verdict.agrees(*rust);
            let at = answers.iter().zip(&rust).position(differs);
            found = found.or(at.map(|at| (number, at)));
        }
        found
    }

    fn report(&mut self, batch: &Batch, place: usize, at: usize) -> Report {
        let models = &batch.schema.models;
        let models = &models[..models.len() - 1];
        let (models, case) = shrink(models, &batch.cases[at], &mut *self.places[place].0);
        Report::of(models, case, self.places.iter_mut().map(|(place, _)| place))
    }

    /// What the printers refused while models were drawn.
    pub(crate) fn refused(&self) -> String {
        let all = self.refusals.0.iter();
        let all = all.map(|(what, times)| format!("  refused, {what}: {times}\n"));
        all.collect()
    }
}
