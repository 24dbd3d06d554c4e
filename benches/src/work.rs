//! Everything that is measured, by name, for a program that does only that.

use std::hint::black_box;

use backend_models::access::Auth;
use backend_models::model::Model;
use backend_models::postgres::{Script, Target};
use backend_models::types::Id;
use backend_models::validate::Validate;

use crate::ask::{may_delete_by_hand, may_select_by_hand, note};
use crate::pieces::Pieces;
use crate::valid::{by_hand, invalid, valid};
use crate::valid_peers::{Garde, Validator};
use crate::{ours, rules, sea};

/// Prepares the named work and does it so many times; how often it was done,
/// and the size of its last result. `None` where there is no such work.
#[must_use]
pub fn run(name: &str, size: usize, times: usize) -> Option<usize> {
    #[cfg(feature = "convert")]
    if let Some(done) = crate::convert::run(name, times) {
        return Some(done);
    }
    let schema = ours::schema(size);
    let text = || ours::print(&schema).unwrap_or_default();
    Some(match name {
        "ours" => repeat(times, || text().len()),
        "ours_plan" => repeat(times, || {
            Script::new(&schema, Target::SUPABASE).map_or(0, |script| script.statements().count())
        }),
        "ours_pieces" => {
            let pieces = Pieces::of(&text());
            repeat(times, || pieces.join().len())
        }
        "rules" => {
            let schema = rules::schema(size);
            repeat(times, || rules::print(&schema).len())
        }
        "sea_query" => repeat(times, || sea::print(size).len()),
        "sea_query_pieces" => {
            let pieces = Pieces::of(&sea::print(size));
            repeat(times, || pieces.join().len())
        }
        _ => return predicate(name, times),
    })
}

fn predicate(name: &str, times: usize) -> Option<usize> {
    let user = Id::new();
    let auth = Auth::user(user).with_claim("role", "reader");
    let (own, foreign) = (note(user), note(Id::new()));
    // `black_box`, so that nothing is asked once and remembered.
    Some(match name {
        "may_select" => repeat(times, || usize::from(black_box(&own).may_select(black_box(&auth)))),
        "may_select_by_hand" => {
            repeat(times, || usize::from(may_select_by_hand(black_box(&own), black_box(&auth))))
        }
        "may_delete" => {
            repeat(times, || usize::from(black_box(&foreign).may_delete(black_box(&auth))))
        }
        "may_delete_by_hand" => {
            repeat(times, || usize::from(may_delete_by_hand(black_box(&foreign), black_box(&auth))))
        }
        _ => return values(name, times),
    })
}

fn values(name: &str, times: usize) -> Option<usize> {
    let (work, account) = match name.strip_prefix("invalid_") {
        Some(work) => (work, invalid()),
        None => (name.strip_prefix("valid_")?, valid()),
    };
    Some(match work {
        "ours" => repeat(times, || {
            Validate::validate(black_box(&account)).map_or_else(|all| all.all().len(), |()| 0)
        }),
        "by_hand" => {
            repeat(times, || by_hand(black_box(&account)).map_or_else(|all| all.len(), |()| 0))
        }
        "garde" => {
            let account = Garde::from(account);
            repeat(times, || {
                let found = garde::Validate::validate(black_box(&account));
                found.map_or_else(|all| all.iter().count(), |()| 0)
            })
        }
        "validator" => {
            let account = Validator::from(account);
            repeat(times, || {
                let found = validator::Validate::validate(black_box(&account));
                found.map_or_else(|all| all.errors().len(), |()| 0)
            })
        }
        _ => return None,
    })
}

pub(crate) fn repeat(times: usize, mut work: impl FnMut() -> usize) -> usize {
    (0..times).map(|_| black_box(work())).last().unwrap_or_default()
}
