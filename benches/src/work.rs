//! Everything that is measured, by name, for a program that does only that.

use std::hint::black_box;

use models::access::Auth;
use models::model::Model;
use models::postgres::{Script, Target};
use models::types::Id;

use crate::ask::{may_delete_by_hand, may_select_by_hand, note};
use crate::pieces::Pieces;
use crate::{ours, sea};

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
        _ => return None,
    })
}

pub(crate) fn repeat(times: usize, mut work: impl FnMut() -> usize) -> usize {
    (0..times).map(|_| black_box(work())).last().unwrap_or_default()
}
