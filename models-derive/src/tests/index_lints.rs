//! Conventions on indexes: which are in excess, and which only look so.

use super::said;

/// The errors about a struct with these entries of its `#[model(..)]`.
fn table(entries: &str) -> Vec<(String, String)> {
    said(&format!(
        r#"
#[model(table = "things", {entries})]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Thing {{
    #[model(id)]
    id: Id<Thing>,
    #[model(references = Team, on_delete = cascade)]
    team_id: Id<Team>,
    a: String,
    b: String,
    c: String,
    embedding: Vector<3>,
    hidden: bool,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}}"#
    ))
}

#[track_caller]
fn in_excess(entries: &str, under: &str) {
    assert_eq!(table(entries), [("index_is_not_redundant".to_owned(), under.to_owned())]);
}

#[track_caller]
fn is_fine(entries: &str) {
    assert_eq!(table(entries), []);
}

#[test]
fn what_comes_first_in_another_index_is_in_excess() {
    in_excess("index(a), index(a, b)", "index(a)");
    in_excess("index(a, b), index(a, b)", "index(a, b)");
    in_excess("index(team_id), index(team_id, a)", "index(team_id)");
    in_excess("index(id)", "index(id)");
    in_excess("index(a), unique(a, b)", "index(a)");
    is_fine("index(b), index(a, b)");
    is_fine("index(a, c), index(a, b)");
    is_fine("index(team_id)");
    is_fine("index(a, b), unique(a)");
}

#[test]
fn a_tree_is_read_from_either_end() {
    in_excess("index(a desc), index(a)", "index(a)");
    in_excess("index(a desc, b), index(a, b desc, c)", "index(a desc, b)");
    is_fine("index(a, b desc), index(a, b)");
}

#[test]
fn a_condition_and_what_is_included_make_a_difference() {
    in_excess("index(a, where = hidden), index(a, b, where = hidden)", "index(a, where = hidden)");
    is_fine("index(a, where = hidden), index(a, b)");
    is_fine("index(a), index(a, b, where = hidden)");
    in_excess("index(a, include(b)), index(a, b)", "index(a, include(b))");
    in_excess("index(a), index(a, include(b))", "index(a)");
    is_fine("index(a, include(c)), index(a, b)");
}

#[test]
fn other_methods_are_in_excess_when_they_are_the_same_again() {
    in_excess("index(a, gin), index(a, gin)", "index(a, gin)");
    is_fine("index(a, gin), index(a)");
    in_excess(
        "index(embedding, hnsw, cosine), index(embedding, hnsw, cosine, m = 32)",
        "index(embedding, hnsw, cosine, m = 32)",
    );
    is_fine("index(embedding, hnsw, cosine), index(embedding, hnsw, l2)");
    is_fine("index(embedding, hnsw, cosine), index(embedding, ivfflat, cosine)");
}

#[test]
fn a_unique_that_another_implies_is_in_excess() {
    in_excess("unique(id, a)", "unique(id, a)");
    in_excess("unique(a), unique(b, a)", "unique(b, a)");
    in_excess("unique(a, b), unique(b, a)", "unique(b, a)");
    in_excess("unique(a), unique(a, b, where = hidden)", "unique(a, b, where = hidden)");
    in_excess("unique(a, a)", "a");
    is_fine("unique(a, b), unique(a, c)");
    is_fine("unique(a, where = hidden), unique(a, b)");
    is_fine("unique(a), unique(a, b, nulls_not_distinct)");
}

#[test]
fn a_field_stands_once_in_an_index() {
    in_excess("index(a, b, a)", "a");
    in_excess("index(a, include(a))", "a");
}

#[test]
fn an_index_has_one_method_one_distance_and_one_of_each_parameter() {
    for (entry, under) in [
        ("index(embedding, hnsw, ivfflat, cosine)", "ivfflat"),
        ("index(embedding, hnsw, cosine, l2)", "l2"),
        ("index(embedding, hnsw, cosine, m = 8, m = 16)", "m"),
        ("index(a, where = hidden, where = !hidden)", "where"),
    ] {
        let found = table(entry);
        assert!(found.len() == 1 && found[0].1 == under, "{entry}: {found:?}");
    }
}

#[test]
fn a_method_takes_what_it_can_use() {
    let breaks = |name: &str, entry: &str, under: &str| {
        assert_eq!(table(entry), [(name.to_owned(), under.to_owned())], "{entry}");
    };
    let method = "index_suits_its_method";
    breaks(method, "index(a desc, gin)", "index(a desc, gin)");
    breaks(method, "index(a, gin, include(b))", "b");
    breaks(method, "index(a, embedding, ivfflat, l2)", "embedding");
    let distance = "vector_states_its_distance";
    breaks(distance, "index(embedding, ivfflat)", "index(embedding, ivfflat)");
    breaks(distance, "index(a, cosine)", "cosine");
    breaks(distance, "index(a, gin, l2)", "l2");
    let range = "hnsw_parameters_are_in_range";
    breaks(range, "index(embedding, hnsw, l2, m = 1)", "1");
    breaks(range, "index(embedding, hnsw, l2, ef_construction = 1_001)", "1_001");
    breaks(range, "index(embedding, hnsw, l2, ef_construction = 31)", "31");
    breaks(range, "index(embedding, hnsw, l2, m = 33)", "33");
    breaks(range, "index(embedding, hnsw, l2, m = 20, ef_construction = 39)", "39");
    breaks(range, "index(embedding, ivfflat, l2, lists = 32_769)", "32_769");
    breaks(range, "index(embedding, ivfflat, l2, m = 8)", "8");
    breaks(range, "index(embedding, hnsw, l2, lists = 8)", "8");
    breaks(range, "index(a, ef_construction = 64)", "64");
    is_fine("index(embedding, hnsw, l2, m = 100, ef_construction = 200)");
    is_fine("index(embedding, hnsw, l2, m = 2, ef_construction = 4)");
    is_fine("index(embedding, ivfflat, l2, lists = 32_768)");
}

#[test]
fn what_an_index_names_is_there() {
    let breaks = |entry: &str, under: &str| {
        assert_eq!(table(entry), [("index_column_exists".to_owned(), under.to_owned())], "{entry}");
    };
    breaks("index(a, d)", "d");
    breaks("index(a, include(d))", "d");
    breaks("index(a, where = d.is_none())", "d");
    breaks("unique(a, d)", "d");
    breaks("unique(a, where = d == 1)", "d");
}
