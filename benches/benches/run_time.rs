//! Printing and asking, timed side by side: `cargo bench` in this folder.

use divan::{Bencher, black_box};
use backend_models::access::Auth;
use backend_models::model::Model;
use backend_models::postgres::{Script, Target};
use backend_models::types::Id;
use models_benches::ask::{may_delete_by_hand, may_select_by_hand, note};
use models_benches::pieces::Pieces;
use models_benches::{TABLES, ours, sea};

fn main() {
    divan::main();
}

const SIZES: [usize; 2] = [TABLES, 10 * TABLES];

/// Planned and printed.
#[divan::bench(args = SIZES)]
fn print_ours(bencher: Bencher, tables: usize) {
    let schema = ours::schema(tables);
    bencher.bench(|| ours::print(black_box(&schema)));
}

/// Planned only.
#[divan::bench(args = SIZES)]
fn print_ours_plan(bencher: Bencher, tables: usize) {
    let schema = ours::schema(tables);
    bencher.bench(|| Script::new(black_box(&schema), Target::SUPABASE));
}

/// The same text, pushed word by word.
#[divan::bench(args = SIZES)]
fn print_ours_push_str(bencher: Bencher, tables: usize) {
    let text = ours::print(&ours::schema(tables)).unwrap_or_default();
    let pieces = Pieces::of(&text);
    bencher.bench(|| black_box(&pieces).join());
}

/// As much as sea-query can say.
#[divan::bench(args = SIZES)]
fn print_sea_query(bencher: Bencher, tables: usize) {
    bencher.bench(|| sea::print(black_box(tables)));
}

/// The same text, pushed word by word.
#[divan::bench(args = SIZES)]
fn print_sea_query_push_str(bencher: Bencher, tables: usize) {
    let pieces = Pieces::of(&sea::print(tables));
    bencher.bench(|| black_box(&pieces).join());
}

/// The owner asks.
#[divan::bench]
fn ask_may_select(bencher: Bencher) {
    let user = Id::new();
    let (note, auth) = (note(user), Auth::user(user));
    bencher.bench(|| black_box(&note).may_select(black_box(&auth)));
}

/// The same by hand.
#[divan::bench]
fn ask_may_select_by_hand(bencher: Bencher) {
    let user = Id::new();
    let (note, auth) = (note(user), Auth::user(user));
    bencher.bench(|| may_select_by_hand(black_box(&note), black_box(&auth)));
}

/// A stranger with a claim asks: the claim is looked up, and is another.
#[divan::bench]
fn ask_may_delete(bencher: Bencher) {
    let auth = Auth::user(Id::new()).with_claim("role", "reader");
    let note = note(Id::new());
    bencher.bench(|| black_box(&note).may_delete(black_box(&auth)));
}

/// The same by hand.
#[divan::bench]
fn ask_may_delete_by_hand(bencher: Bencher) {
    let auth = Auth::user(Id::new()).with_claim("role", "reader");
    let note = note(Id::new());
    bencher.bench(|| may_delete_by_hand(black_box(&note), black_box(&auth)));
}
