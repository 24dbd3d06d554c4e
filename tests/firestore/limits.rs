//! How much rules may be and do. What the emulators do not refuse although
//! Firestore does is in `docs/firestore-engines.md`.

use models_tests::firestore::{Outcome, Project, User, Write, fields, on_every_emulator};

use crate::padding::{self, padding, tree};
use crate::{put, rules};

/// Past the limit of expressions.
const SPENT: &str = "the maximum of 1000 expressions to evaluate has been reached";

/// Past the limit of other documents.
const ASKED: &str = "exists";

/// What is said to someone who reads `rows/1`; `None` when it is allowed.
fn refusal(project: &Project, allow: &str) -> Option<String> {
    let function = if allow.contains("hundred") { padding::function() } else { String::new() };
    put(project, &function, allow);
    match project.as_user(&User::Anonymous).get("rows/1").unwrap() {
        Outcome::Allowed(_) => None,
        Outcome::Denied(message) => Some(message),
    }
}

fn is_spent(refusal: Option<String>) -> bool {
    refusal.is_some_and(|message| message.contains(SPENT))
}

#[test]
fn past_the_limit_nothing_helps() {
    on_every_emulator(|project| {
        let (within, past) = (padding(1_000), padding(1_001));
        assert_eq!(refusal(project, &format!("allow get: if {within};")), None);
        for allow in [
            format!("allow get: if {past};"),
            format!("allow get: if {past} || true;"),
            format!("allow get: if !({past});"),
            format!("allow get: if {past}; allow get: if true;"),
        ] {
            assert!(is_spent(refusal(project, &allow)), "{allow}");
        }
        let saved = format!("allow get: if true; allow get: if {past};");
        assert_eq!(refusal(project, &saved), None);
    });
}

#[test]
fn the_conditions_of_one_decision_count_together() {
    on_every_emulator(|project| {
        // `!` costs 1.
        let both = |one: u32, two: u32| {
            let (one, two) = (padding(one), padding(two));
            let first = format!("allow get: if !({one});");
            let same = format!("{first} allow get: if {two};");
            let wider = format!("{first} allow read: if {two};");
            [same, wider].map(|allow| refusal(project, &allow))
        };
        assert_eq!(both(599, 400), [None, None]);
        assert!(both(599, 401).into_iter().all(is_spent));
    });
}

#[test]
fn each_write_of_a_commit_counts_from_zero() {
    on_every_emulator(|project| {
        let commit = |cost| {
            let allow = format!("allow create: if {};", padding(cost));
            put(project, &padding::function(), &allow);
            let id = |number: u32| format!("rows/{cost}-{number}");
            let writes = [1, 2, 3].map(|number| Write::create(&id(number), &fields([])));
            project.as_user(&User::Anonymous).commit(&writes).unwrap()
        };
        assert!(commit(1_000).is_allowed());
        assert!(commit(1_001).denied().contains(SPENT));
    });
}

#[test]
fn a_write_may_ask_for_ten_documents_and_a_commit_for_twenty() {
    on_every_emulator(|project| {
        let asks = |number: usize| {
            let ask = |n| format!("!exists(/databases/$(database)/documents/o/$(id + '{n}'))");
            (0..number).map(ask).collect::<Vec<_>>().join(" && ")
        };
        let commit = |writes: usize, documents: usize| {
            put(project, "", &format!("allow create: if {};", asks(documents)));
            let id = |number| format!("rows/{writes}-{documents}-{number}");
            let writes: Vec<_> =
                (0..writes).map(|number| Write::create(&id(number), &fields([]))).collect();
            project.as_user(&User::Anonymous).commit(&writes).unwrap()
        };
        assert!(commit(1, 10).is_allowed());
        assert!(commit(1, 11).denied().contains(ASKED));
        assert!(commit(2, 10).is_allowed());
        assert!(commit(3, 7).denied().contains(ASKED));
        // One document counts once, however often it is asked for.
        let again = vec!["!exists(/databases/$(database)/documents/o/1)"; 15].join(" && ");
        assert_eq!(refusal(project, &format!("allow get: if {again};")), None);
    });
}

/// Rules of one size compile and allow, and rules of another do not.
fn ends(most: usize, too_much: usize, text: impl Fn(usize) -> (String, String)) {
    on_every_emulator(|project| {
        let is_allowed = |size| {
            let (functions, allow) = text(size);
            // They may be refused at once, or when they decide.
            project.put_rules(&rules(&functions, &allow)).is_ok()
                && project.as_user(&User::Anonymous).get("rows/1").unwrap().is_allowed()
        };
        assert!(is_allowed(most), "{most}");
        assert!(!is_allowed(too_much), "{too_much}");
    });
}

fn condition(text: &str) -> String {
    format!("allow get: if {text};")
}

#[test]
fn a_condition_is_99_deep() {
    ends(99, 100, |terms| (String::new(), condition(&vec!["true"; terms].join(" && "))));
    // Each term is one deeper than a literal.
    ends(98, 99, |terms| (String::new(), condition(&vec!["1 == 1"; terms].join(" && "))));
    // What is balanced ends at the price of its terms alone.
    ends(334, 335, |terms| (String::new(), condition(&tree("true", terms.try_into().unwrap()))));
}

#[test]
fn a_function_has_seven_parameters() {
    ends(7, 8, |number| {
        let names: Vec<_> = (0..number).map(|n| format!("a{n}")).collect();
        let function = format!("function f({}) {{ return [{0}] != []; }}", names.join(", "));
        (function, condition(&format!("f({})", vec!["1"; number].join(", "))))
    });
}

#[test]
fn matches_are_eleven_deep() {
    // They stand in the outermost one.
    ends(10, 11, |depth| {
        let open = (0..depth).map(|n| format!("match /c{n}/{{d{n}}} {{"));
        let nested = open.collect::<String>() + "allow get: if true;" + &"}".repeat(depth);
        (nested, condition("true"))
    });
}

/// Functions that call one another, in such a chain.
fn calls(depth: usize) -> (String, String) {
    let more = (1..depth).map(|n| format!("function f{n}() {{ return f{}(); }}\n", n - 1));
    let functions = "function f0() { return true; }\n".to_owned() + &more.collect::<String>();
    (functions, condition(&format!("f{}()", depth - 1)))
}

/// A function with so many `let`s, all of which it uses.
fn lets(number: usize) -> (String, String) {
    let names: Vec<_> = (0..number).map(|n| format!("a{n}")).collect();
    let lets: Vec<_> = names.iter().map(|name| format!("let {name} = 1;")).collect();
    let lets = lets.join(" ");
    let function = format!("function f() {{ {lets} return [{}] != []; }}", names.join(", "));
    (function, condition("f()"))
}

#[test]
fn calls_are_twenty_deep_and_lets_ten() {
    ends(20, 22, calls);
    ends(10, 12, lets);
}

#[test]
fn a_pattern_repeats_up_to_a_thousand_times() {
    on_every_emulator(|project| {
        let pattern = condition("'a'.matches('a{1,1000}')");
        assert_eq!(refusal(project, &pattern), None);
    });
}
