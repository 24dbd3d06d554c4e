//! # `key_belongs_to_its_engine`
//!
//! What a struct or a field declares is something that its engine can do.
//!
//! Firestore has no unique values, no foreign keys, no partial indexes and no
//! defaults of its own; PostgreSQL deletes nothing by itself and has no
//! subcollections. A key without an effect reads like a promise, so it is an
//! error. In a model on both engines, `only = postgres` on a `unique(..)` or an
//! `index(..)` restricts it to the table.

use proc_macro2::Span;

use super::{Convention, Findings};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{Default, Engine, Expr, Field, Index, MethodKind, Model};

pub(super) const CONVENTION: Convention = Convention { name: "key_belongs_to_its_engine", check };

fn check(model: &Model, findings: &mut Findings) {
    let engines = [Engine::Postgres, Engine::Firestore].map(|engine| engine.keeps(model));
    match engines {
        [true, false] => of_a_table(model, findings),
        [false, true] => of_a_collection(model, findings),
        [true, true] => of_both(model, findings),
        [false, false] => return,
    }
    for (_, rule) in model.access.rules() {
        rule.allow.walk(&mut |expr| match expr {
            Expr::Sql(sql) if model.collection.is_some() => findings.push(raw(sql.at, "sql")),
            Expr::Rules(text) if model.table.is_some() => findings.push(raw(text.at, "rules")),
            _ => {}
        });
    }
}

/// What only documents have.
fn of_a_table(model: &Model, findings: &mut Findings) {
    if model.may_declare("collection") {
        return;
    }
    for field in &model.fields {
        let said = [
            ("field", field.document.as_ref().map(|name| name.at)),
            ("ttl", field.ttl.map(Extent::from)),
            ("copy_of", field.copy_of.as_ref().map(|copy| copy.at)),
            ("only", field.only.as_ref().map(|only| only.at)),
        ];
        for (key, at) in said {
            if let Some(at) = at {
                let fix = match key {
                    "copy_of" => "leave it out, and read the original through a join",
                    "only" => "leave it out: the model has a table alone",
                    _ => "leave it out, or add `collection = \"..\"` to the struct",
                };
                findings.about(&field.name, no_effect(at, key, "a table").fix(fix));
            }
        }
    }
    for index in &model.indexes {
        if index.method.kind == MethodKind::Flat {
            findings.push(no_effect(index.at, "flat", "a table").fix(
                "write `hnsw, cosine`, with the distance that your embeddings were trained for",
            ));
        }
        if let Some(only) = &index.only {
            findings.push(no_effect(only.at, "only", "a table").fix("leave it out"));
        }
    }
}

/// What only tables have.
fn of_a_collection(model: &Model, findings: &mut Findings) {
    if model.may_declare("table") {
        return;
    }
    let keys = [
        ("schema", model.schema.as_ref().map(|name| name.at)),
        ("renamed_from", model.renamed_from.as_ref().map(|name| name.at)),
        ("realtime", model.realtime.as_ref().map(|realtime| realtime.at)),
    ];
    for (key, at) in keys {
        if let Some(at) = at {
            findings.push(no_effect(at, key, "a collection").fix(match key {
                "realtime" => "leave it out: clients listen to whatever they may read",
                _ => "leave it out",
            }));
        }
    }
    for unique in &model.uniques {
        findings.push(no_unique(unique.at));
    }
    for exclusion in &model.exclusions {
        findings.push(no_exclusion(exclusion.at));
    }
    for index in &model.indexes {
        of_documents(index, findings);
        of_one_kind(index, findings);
    }
    for field in &model.fields {
        of_a_document(field, findings);
    }
}

fn of_a_document(field: &Field, findings: &mut Findings) {
    let sql = field.default.as_ref().filter(|value| matches!(value.value, Default::Sql(_)));
    let keys = [
        ("references", field.references.as_ref().map(|reference| reference.at)),
        ("on_delete", field.on_delete.as_ref().map(|on_delete| on_delete.at)),
        ("column", field.column.as_ref().map(|name| name.at)),
        ("renamed_from", field.renamed_from.as_ref().map(|name| name.at)),
        ("only", field.only.as_ref().map(|only| only.at)),
        ("default = sql(..)", sql.map(|value| value.at)),
    ];
    for (key, at) in keys {
        let Some(at) = at else { continue };
        if key == "on_delete" && field.references.is_some() {
            continue; // One word about the foreign key is enough.
        }
        findings.about(&field.name, no_effect(at, key, "a collection").fix(match key {
            "references" => "leave it out: Firestore has no foreign keys; the id alone is a `DocId<..>` or a `Uid`",
            "column" => "write `field = \"..\"`",
            _ => "leave it out",
        }));
    }
}

/// What both have, and one of them cannot do.
fn of_both(model: &Model, findings: &mut Findings) {
    for unique in &model.uniques {
        if unique.only.is_none() {
            findings.push(no_unique(unique.at).fix(
                "write `unique(.., only = postgres)`, and let only the server write it in Firestore",
            ));
        }
    }
    for exclusion in model.exclusions.iter().filter(|one| one.only.is_none()) {
        findings.push(no_exclusion(exclusion.at).fix(
            "write `exclude(.., only = postgres)`, and let only the server write it in Firestore",
        ));
    }
    for index in model.indexes.iter().filter(|index| index.is_for(Engine::Firestore, model)) {
        of_documents(index, findings);
    }
    for index in model.indexes.iter().filter(|index| index.is_for(Engine::Postgres, model)) {
        if index.method.kind == MethodKind::Flat {
            findings.push(
                no_effect(index.at, "flat", "a table")
                    .fix("write `hnsw, cosine` for both, or `flat, only = firestore`"),
            );
        }
    }
}

/// An index that Firestore cannot make.
fn of_documents(index: &Index, findings: &mut Findings) {
    let included = index.include.first().map(proc_macro2::Ident::span);
    let filtered = index.filter.as_ref().map(|filter| filter.at().start);
    let wrong: [(Option<Span>, &str); 2] = [(filtered, "where"), (included, "include")];
    for (at, key) in wrong {
        if let Some(at) = at {
            findings.push(
                no_effect(at, key, "an index of Firestore").fix(
                    "leave it out, or write `only = postgres` where the model has a table too",
                ),
            );
        }
    }
}

/// Firestore has one kind of index for vectors, and one for all the rest.
fn of_one_kind(index: &Index, findings: &mut Findings) {
    let better = match index.method.kind {
        MethodKind::BTree | MethodKind::Flat => return,
        MethodKind::Hnsw | MethodKind::IvfFlat => "write `flat`: Firestore's only kind for vectors",
        MethodKind::Gist => "leave it out: Firestore has no ranges",
        MethodKind::Gin => "leave it out: a list is indexed by its elements anyway",
    };
    findings.push(no_effect(index.at, index.method.kind.name(), "a collection").fix(better));
}

fn no_effect(at: impl Into<Extent>, key: &str, what: &str) -> Diagnostic {
    Diagnostic::new(at, format!("`{key}` has no effect on {what}")).why("a reader would rely on it")
}

fn no_unique(at: Extent) -> Diagnostic {
    Diagnostic::new(at, "Firestore has no unique values")
        .why("two clients could write the same one at the same moment")
        .fix("make the value the document's id, or keep it in a table")
}

fn no_exclusion(at: Extent) -> Diagnostic {
    Diagnostic::new(at, "Firestore cannot keep documents from overlapping")
        .why("its rules see one document, and two clients could write at the same moment")
        .fix("keep the model in a table, or let only the server write it")
}

fn raw(at: Extent, which: &str) -> Diagnostic {
    let (what, cannot) = match which {
        "sql" => ("a condition in SQL", "Firestore cannot run it"),
        _ => ("a condition of Firestore's rules", "PostgreSQL cannot run it"),
    };
    Diagnostic::new(at, format!("{what}, and {cannot}"))
        .why("the same rule has to hold wherever the model is kept")
        .fix("say it in the language of rules: fields, `auth.uid()`, `exists(Model { .. })`")
}
