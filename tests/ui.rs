//! Conventions as the compiler tells them: a folder for each.

#[test]
fn conventions() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/*/bad*.rs");
}
