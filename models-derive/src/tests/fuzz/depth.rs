//! What is deep, and what is only long.

use std::str::FromStr;

use proc_macro2::TokenStream;

use super::on_a_large_stack;

/// What a recursive reader would lose its stack over.
#[test]
fn depth_is_an_error() {
    const MANY: usize = 20_000;
    let wrap = |open: &str, inner: &str, close: &str| {
        format!("{}{inner}{}", open.repeat(MANY), close.repeat(MANY))
    };
    let rule = |rule: String| format!("#[access(select = {rule})] struct Thing {{ id: i32 }}");
    let default = |value: String| format!("struct Thing {{ #[model(default = {value})] id: i32 }}");
    let of_type = |ty: String| format!("struct Thing {{ id: {ty} }}");
    on_a_large_stack(move || {
        for item in [
            rule(wrap("! ", "x", "")),
            rule(wrap("!", "x", "")),
            rule(wrap("- ", "3", "")),
            default(wrap("! ", "x", "")),
            default(wrap("&&", "x", "")),
            default(wrap("a = ", "x", "")),
            default(wrap("return ", "x", "")),
            default(wrap("|| ", "x", "")),
            default(wrap("a || |x| ", "x", "")),
            of_type(wrap("Vec<", "x", ">")),
            of_type(wrap("& ", "x", "")),
            of_type(wrap("fn() -> ", "x", "")),
            of_type(wrap("*const ", "x", "")),
        ] {
            let tokens = TokenStream::from_str(&item).expect("tokens");
            let answer = crate::derive(tokens, crate::model).to_string();
            assert!(answer.contains("nested too deeply"), "{}", &answer[..answer.len().min(200)]);
        }
    });
}

/// Groups are deep for whoever makes tokens out of text too, so fewer of them.
#[test]
fn depth_of_groups_is_an_error() {
    let wrap = |open: &str, close: &str, many: usize| {
        format!(
            "#[access(select = {}x{})] struct Thing {{ id: i32 }}",
            open.repeat(many),
            close.repeat(many)
        )
    };
    on_a_large_stack(move || {
        for (open, close) in [("(", ")"), ("[", "]"), ("{", "}")] {
            let tokens = TokenStream::from_str(&wrap(open, close, 1_000)).expect("tokens");
            let answer = crate::derive(tokens, crate::model).to_string();
            assert!(answer.contains("nested too deeply"), "{open}");
        }
        let tokens = TokenStream::from_str(&wrap("(", ")", 60)).expect("tokens");
        let answer = crate::derive(tokens, crate::model).to_string();
        assert!(!answer.contains("nested too deeply"), "60 parentheses are read");
    });
}

/// A long rule is not a deep one.
#[test]
fn length_is_no_error() {
    let long: Vec<String> = (0..400).map(|n| format!("!(count == {n}) && count < -{n}")).collect();
    let rule = long.join(" || ");
    on_a_large_stack(move || {
        let item = format!(
            "#[model(table = \"things\")]
            #[access(select = {rule}, insert = nobody, update = nobody, delete = nobody)]
            struct Thing {{
                #[model(id)] id: Id<Thing>, count: i64,
                created_at: DateTime<Utc>, updated_at: DateTime<Utc>
            }}"
        );
        let tokens = TokenStream::from_str(&item).expect("tokens");
        let answer = crate::derive(tokens, crate::model).to_string();
        assert!(!answer.contains("compile_error"), "{}", &answer[..answer.len().min(400)]);
    });
}

/// As deep as a snapshot of the schema can be read again.
#[test]
fn a_condition_has_48_levels() {
    let too_deep = |many: usize| {
        let rule = format!("{}hidden{}", "hidden && (".repeat(many), ")".repeat(many));
        let item = format!("#[access(select = {rule})] struct Thing {{ hidden: bool }}");
        let tokens = TokenStream::from_str(&item).expect("tokens");
        let answer = crate::derive(tokens, crate::model).to_string();
        answer.contains("this condition is nested too deeply")
    };
    on_a_large_stack(move || {
        assert!(!too_deep(47));
        assert!(too_deep(48));
    });
}
