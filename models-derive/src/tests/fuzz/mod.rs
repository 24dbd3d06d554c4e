//! Whatever is written, the derives answer with errors or with an
//! implementation: they never panic, and never run out of stack or time.

mod depth;
mod grammar;

use std::str::FromStr;

use proc_macro2::TokenStream;
use proptest::prelude::*;
use syn::DeriveInput;

use crate::diagnostic::Report;
use grammar::{condition, items, tokens};

type Derive = fn(&DeriveInput, &mut Report) -> TokenStream;

const DERIVES: [Derive; 3] = [crate::model, crate::enumeration, crate::newtype];

/// Errors, or an implementation; and, where there are none, a file of Rust.
fn answers(item: &str) {
    let Ok(tokens) = TokenStream::from_str(item) else { return };
    for derive in DERIVES {
        let answer = crate::derive(tokens.clone(), derive);
        let written = answer.to_string();
        let errors = written.contains("compile_error");
        assert!(errors || written.contains("impl "), "no answer to {item}");
        assert!(syn::parse2::<syn::File>(answer).is_ok(), "no Rust for {item}: {written}");
    }
}

/// On a stack as a compiler has it; a test's own has a quarter.
fn on_a_large_stack(test: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(8 << 20).spawn(test);
    let outcome = thread.expect("a thread").join();
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
}

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

#[test]
fn any_tokens_in_attributes_are_answered() {
    on_a_large_stack(|| {
        proptest!(config(), |(on_struct in tokens(4), on_field in tokens(4), key in prop::sample::select(&["model", "access", "validate"][..]))| {
            for item in items(&format!("#[{key}({on_struct})]"), &format!("#[model({on_field})]")) {
                answers(&item);
            }
        });
    });
}

#[test]
fn any_tokens_as_the_item_are_answered() {
    on_a_large_stack(|| {
        proptest!(config(), |(item in tokens(5))| {
            answers(&item);
            answers(&format!("struct Thing {{ {item} }}"));
            answers(&format!("enum Thing {{ {item} }}"));
        });
    });
}

#[test]
fn rules_are_answered() {
    on_a_large_stack(|| {
        proptest!(config(), |(rules in prop::collection::vec(condition(), 4), filter in condition())| {
            let [select, insert, update, delete] = rules.as_slice() else { return Ok(()) };
            let access = format!(
                "#[model(table = \"things\", index(count, where = {filter}))]
                #[access(select = {select}, insert = {insert}, update = {update}, delete = {delete})]"
            );
            for item in items(&access, "#[model(id)]") {
                answers(&item);
            }
        });
    });
}
