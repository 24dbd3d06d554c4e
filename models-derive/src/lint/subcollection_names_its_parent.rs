//! # `subcollection_names_its_parent`
//!
//! A collection below the documents of another names their model:
//! `#[model(collection = "comments", subcollection_of = Thread)]`. A field that
//! holds the id of a document above is marked `parent`, or `parent = Forum`
//! for one further up.
//!
//! The path of a document is part of what its rules may ask, and of the key
//! that it is found by. Written as text in a rule it drifts from the code;
//! written once, rules, converters and queries have it from here.

use super::{Convention, Findings};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::Model;

pub(super) const CONVENTION: Convention =
    Convention { name: "subcollection_names_its_parent", check };

fn check(model: &Model, findings: &mut Findings) {
    if let Some(parent) = &model.subcollection_of {
        if model.collection.is_none() && !model.may_declare("collection") {
            findings.push(
                Diagnostic::new(parent.at, "`subcollection_of` without a `collection`")
                    .why("only a collection lies under a document")
                    .fix("add `collection = \"..\"`, or leave `subcollection_of` out"),
            );
        }
        if parent.model.is_ident(&model.ident) || parent.model.is_ident("Self") {
            findings.push(
                Diagnostic::new(parent.at, format!("`{}` lies under itself", model.ident))
                    .why("a path has an end")
                    .fix("name the model above it; a tree of one kind is a field that holds the parent's id"),
            );
        }
    }
    let (mut told, may_be_nested) = (
        Vec::<String>::new(),
        model.subcollection_of.is_some() || model.may_declare("subcollection_of"),
    );
    for field in &model.fields {
        let Some(ancestor) = &field.ancestor else { continue };
        let named = ancestor.model.as_ref().map_or_else(String::new, crate::ir::path);
        if !may_be_nested {
            let finding = Diagnostic::new(ancestor.at, "there is no document above this one")
                .why("`parent` takes an id out of the document's own path")
                .fix("add `subcollection_of = ..` to the struct, or leave `parent` out");
            findings.about(&field.name, finding);
        } else if told.contains(&named) {
            findings.about(&field.name, twice(ancestor.at));
        }
        told.push(named);
    }
}

fn twice(at: Extent) -> Diagnostic {
    Diagnostic::new(at, "another field holds this id already")
        .why("the two could differ, and a path has one")
        .fix("keep one of them; `parent = Forum` names a document further up")
}
