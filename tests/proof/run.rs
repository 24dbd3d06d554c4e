//! A run: batch after batch, until the decisions are made or two disagree.

use std::thread;
use std::time::Instant;

use ::backend_models::schema::ModelDef;
use models_tests::firestore::emulators;
use models_tests::servers::servers;

use super::case::{self, Case};
use super::counts::Counts;
use super::dice::Dice;
use super::model;
use super::report::Report;
use super::shrink::shrink;
use crate::places::postgres::Postgres;
use crate::places::printed::Refusals;
use crate::places::rules::Rules;
use crate::places::{Batch, Place, Verdict};

/// Models of one batch, and decisions on each.
const MODELS: usize = 8;
const CASES: usize = 64;

/// Every server and every emulator.
pub(crate) fn all_places() -> Vec<Box<dyn Place>> {
    let as_it_is = str::to_owned;
    let on_server = |server| Box::new(Postgres::on(server, as_it_is)) as Box<dyn Place>;
    let on_emulator = |emulator| Box::new(Rules::on(emulator, as_it_is)) as Box<dyn Place>;
    servers().iter().map(on_server).chain(emulators().iter().map(on_emulator)).collect()
}

/// The places, and what they were asked so far.
pub(crate) struct Run {
    seed: u64,
    /// Each is asked for one batch in so many.
    places: Vec<(Box<dyn Place>, u64)>,
    pub(crate) counts: Counts,
    refusals: Refusals,
}

impl Run {
    pub(crate) fn new(seed: u64) -> Self {
        let (counts, refusals) = (Counts::default(), Refusals::default());
        Self { seed, places: Vec::new(), counts, refusals }
    }

    /// One more place, for one batch in so many.
    pub(crate) fn asks(&mut self, place: Box<dyn Place>, one_in: u64) {
        self.places.push((place, one_in));
    }

    /// Goes on until so many decisions are made or the time is over; what was
    /// found before, small.
    pub(crate) fn until(&mut self, decisions: usize, end: Option<Instant>) -> Option<Report> {
        let mut number = 0;
        while self.counts.decisions() < decisions && end.is_none_or(|end| Instant::now() < end) {
            let batch = self.batch(number);
            if let Some((place, at)) = self.disagreement(&batch, number) {
                return Some(self.report(&batch, place, at));
            }
            number += 1;
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

    /// Asks all places at once whose turn it is. Which of them disagrees with
    /// Rust, and about what.
    fn disagreement(&mut self, batch: &Batch, number: u64) -> Option<(usize, usize)> {
        let rust = batch.in_rust();
        self.counts.add(batch, &rust);
        let answers: Vec<Option<Vec<Verdict>>> = thread::scope(|scope| {
            let asked: Vec<_> = self
                .places
                .iter_mut()
                .map(|(place, one_in)| {
                    number.is_multiple_of(*one_in).then(|| scope.spawn(|| place.ask(batch)))
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
