//! Whatever the rules of a model say, an emulator lets make, change and delete
//! what Rust says may be.

use models_core::access::{Auth, Row, Truth, evaluate};
use models_core::firestore::Rules;
use models_core::schema::{Access, Expr};
use models_tests::build::access;
use models_tests::firestore::{Project, Write, on_every_emulator};
use proptest::sample::select;
use proptest::test_runner::TestRunner;

use super::differential::{row, rule, runner, seed_and_files, take};
use super::verdicts::{document, members, place};
use super::{put, sample, world};

/// Models in one file, documents that each is asked about, and callers.
const MODELS: usize = 12;
const ROWS: usize = 3;
const CALLERS: usize = 3;

/// One document that becomes another.
struct Change<'c> {
    number: usize,
    before: &'c Row,
    after: &'c Row,
    auth: &'c Auth,
}

#[test]
fn an_emulator_lets_write_what_rust_does() {
    let (seed, files) = seed_and_files();
    on_every_emulator(|project| {
        let mut runner = runner(&seed);
        members(project);
        let mut counts = [[0; 2]; 3];
        for _ in 0..files {
            let rules: Vec<Access> = (0..MODELS).map(|_| rules(&mut runner)).collect();
            put(project, &Rules::new(&world::schema_of(&rules)).unwrap());
            for (number, access) in rules.iter().enumerate() {
                for _ in 0..ROWS {
                    let (before, mut after) = (row(&mut runner), row(&mut runner));
                    for id in ["id", "team_id"] {
                        after.insert(id.to_owned(), before[id].clone());
                    }
                    for _ in 0..CALLERS {
                        let auth = &take(&mut runner, &sample::caller());
                        let change = Change { number, before: &before, after: &after, auth };
                        change.attempt(project, access, &mut counts);
                    }
                }
            }
        }
        eprintln!("created, changed, deleted: {counts:?}");
        let enough = |[denied, allowed]: [u32; 2]| denied > 5 && allowed > 5;
        assert!(counts.into_iter().all(enough), "{counts:?}");
    });
}

/// Rules of which some let everyone through, so that the others show.
fn rules(runner: &mut TestRunner) -> Access {
    let mut one = || {
        let rule = rule(runner);
        let open = take(runner, &select(&[true, false, false][..]));
        if open { Expr::Or(vec![rule, Expr::Anyone].into()) } else { rule }
    };
    access(one(), one(), one(), one())
}

impl Change<'_> {
    fn is_true(&self, rule: &Expr, row: &Row) -> bool {
        evaluate(rule, self.auth, &world::facts(row)) == Truth::True
    }

    /// Makes the second document, turns the first into it, and deletes the first.
    fn attempt(&self, project: &Project, access: &Access, counts: &mut [[u32; 2]; 3]) {
        let Access { select, insert, update, delete } = access;
        let [may_read, may_update] = [select, update]
            .map(|rule| [self.before, self.after].map(|row| self.is_true(&rule.allow, row)));
        let expected = [
            self.is_true(&insert.allow, self.after),
            may_read == [true, true] && may_update == [true, true],
            may_read[0] && self.is_true(&delete.allow, self.before),
        ];
        let path = place(self.number, self.before);
        let (before, after) = (document(self.before, true), document(self.after, false));
        let owner = project.as_owner();
        let mut said = Vec::new();
        let done = [
            (Write::delete(&path), Write::create(&path, &after)),
            (Write::set(&path, &before), Write::set(&path, &after)),
            (Write::set(&path, &before), Write::delete(&path)),
        ]
        .map(|(prepare, attempt)| {
            owner.commit(&[prepare]).unwrap().allowed();
            let outcome = project.as_user(&world::user(self.auth)).commit(&[attempt]).unwrap();
            said.push(format!("{outcome:?}"));
            outcome.is_allowed()
        });
        assert_eq!(done, expected, "{access:?}\n{:?}\n{before}\n{after}\n{said:#?}", self.auth);
        for (count, allowed) in counts.iter_mut().zip(done) {
            count[usize::from(allowed)] += 1;
        }
    }
}
