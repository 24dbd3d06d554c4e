//! What cannot be a table, and rules that rustc refuses: one error each, under
//! the token that is wrong.

#[test]
fn shapes() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/shapes/*.rs");
    cases.compile_fail("ui/access_types/*.rs");
    cases.compile_fail("ui/value_rules/*.rs");
}
