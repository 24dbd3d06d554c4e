//! Earlier names of enums and of their labels.

use syn::DeriveInput;

use super::Found;
use crate::diagnostic::Report;

/// What `#[derive(ModelEnum)]` says about an enum: what is underlined and the
/// message.
fn errors(source: &str) -> Vec<Found> {
    let input: DeriveInput = syn::parse_str(source).expect("the source is an enum");
    let mut report = Report::default();
    crate::enumeration(&input, &mut report);
    report.diagnostics().iter().map(|diagnostic| Found::new(source, diagnostic)).collect()
}

fn check(source: &str, under: &str, message: &str) {
    let found = errors(source);
    let [one] = found.as_slice() else { panic!("`{source}` is one error: {found:#?}") };
    assert_eq!(one.under, under, "{}", one.message);
    assert!(one.message.contains(message), "{}", one.message);
}

#[test]
fn a_type_and_a_label_may_have_earlier_names() {
    let fine = "#[model(native, renamed_from = \"state\")]
        enum Status { #[model(renamed_from = \"hidden\")] Draft, Published }";
    assert!(errors(fine).is_empty(), "{:#?}", errors(fine));
}

#[test]
fn an_earlier_name_that_cannot_be_is_refused() {
    check(
        "#[model(renamed_from = \"state\")] enum Status { Draft }",
        "\"state\"",
        "only a type of the database has an earlier name",
    );
    check(
        "#[model(native, renamed_from = \"status\")] enum Status { Draft }",
        "\"status\"",
        "`status` is the name that the type has now",
    );
}

#[test]
fn an_earlier_label_that_cannot_be_is_refused() {
    check(
        "enum Status { #[model(renamed_from = \"draft\")] Draft }",
        "\"draft\"",
        "`draft` is the label of `Draft`",
    );
    check(
        "enum Status { Draft, #[model(renamed_from = \"draft\")] Published }",
        "\"draft\"",
        "`draft` is the label of `Draft`",
    );
    check(
        "enum Status { #[model(renamed_from = \"a\")] Draft, #[model(renamed_from = r\"a\")] Out }",
        "r\"a\"",
        "`Draft` and `Out` have the same earlier label",
    );
    check("enum A { #[model(renamed_from = \"\")] B }", "\"\"", "a label has 1 to 63 bytes");
}
