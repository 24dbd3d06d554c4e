//! The checks of a whole document: of a new one, and of one that changes.

use std::sync::Arc;

use super::field::field_checks;
use super::path::ids;
use crate::firestore::collection::CollectionModel;
use crate::firestore::rules::collections::Collections;
use crate::firestore::rules::condition::{Translator, View};
use crate::firestore::rules::language::{Function, RulesExpr};
use crate::firestore::rules::names::FunctionNames;
use crate::firestore::rules::unchecked::Unseen;
use crate::firestore::{Error, ErrorKind};
use crate::schema::{Field, ValueClass};

/// What clients may write of a document, and the functions that check it.
pub(crate) struct Validation<'a> {
    /// The condition on a new document; `true` when clients make none.
    pub(crate) create: RulesExpr<'a>,
    /// The condition on a document that clients have changed.
    pub(crate) update: RulesExpr<'a>,
    /// The functions that both call.
    pub(crate) functions: Vec<Arc<Function<'a>>>,
    /// What the check of each field costs.
    pub(crate) prices: Vec<(&'a str, u32)>,
    /// Descriptions of what is not checked.
    pub(crate) unchecked: Vec<String>,
}

/// A field that clients write, and its check.
struct WritableField<'a> {
    field: &'a Field,
    name: &'a str,
    condition: RulesExpr<'a>,
}

/// The parameter of a function about a document.
const DOCUMENT: &[&str] = &["d"];

impl<'a> Validation<'a> {
    /// The checks for clients who may make documents, or change them.
    pub(crate) fn new(
        model: CollectionModel<'a>,
        collections: &Collections<'a>,
        names: &mut FunctionNames,
        creates: bool,
        updates: bool,
    ) -> Result<Self, Error> {
        let mut validation = Self {
            create: RulesExpr::Bool(true),
            update: RulesExpr::Bool(true),
            functions: Vec::new(),
            prices: Vec::new(),
            unchecked: Vec::new(),
        };
        let mut written = Vec::new();
        for (field, name) in model.body().filter(|(field, _)| !field.server) {
            if creates || (updates && (is_free(field) || field.is_updated_at())) {
                let condition = validation.check(model, field, name)?;
                written.push(WritableField { field, name, condition });
            }
        }
        let document = RulesExpr::name("d");
        let translator = Translator { model, collections, document, view: View::Document };
        let relations =
            model.def.rules.iter().map(|rule| translator.unless_false(&rule.holds, true));
        let relations = relations.collect::<Result<Vec<_>, Error>>()?;
        let free = validation.free(model, names, &written, relations, creates && updates);
        if creates {
            validation.create(model, names, &written, &free);
        }
        if updates {
            validation.update(model, names, &written, free);
        }
        Ok(validation)
    }

    /// The check of one field.
    fn check(
        &mut self,
        model: CollectionModel<'a>,
        field: &'a Field,
        name: &'a str,
    ) -> Result<RulesExpr<'a>, Error> {
        let d = RulesExpr::name("d");
        let condition = if is_moment_of_a_write(field) {
            d.member(name).eq(RulesExpr::name("request").member("time"))
        } else {
            let Some(checks) = field_checks(field, name, &d) else {
                let kind = match field.kind.document() {
                    Some(_) => ErrorKind::Vector,
                    None => ErrorKind::Type,
                };
                return Err(model.field_error(&field.name, kind));
            };
            let points = field.kind.class() == ValueClass::DocumentId || field.references.is_some();
            let also = [(points, Unseen::Existence), (field.copy_of.is_some(), Unseen::Copy)];
            let also = also.into_iter().filter_map(|(holds, unseen)| holds.then_some(unseen));
            let unseen = checks.unseen.into_iter().chain(also);
            self.unchecked.extend(unseen.map(|unseen| unseen.of(&field.name)));
            RulesExpr::all(checks.conditions)
        };
        self.prices.push((&field.name, condition.cost()));
        Ok(condition)
    }

    /// The checks of what clients may write repeatedly; a function if they are
    /// needed twice.
    fn free(
        &mut self,
        model: CollectionModel<'a>,
        names: &mut FunctionNames,
        written: &[WritableField<'a>],
        relations: Vec<RulesExpr<'a>>,
        twice: bool,
    ) -> RulesExpr<'a> {
        let free = written.iter().filter(|written| is_free(written.field));
        let free = free.map(|written| written.condition.clone());
        let all = RulesExpr::all(free.chain(relations));
        if !twice || all.is_always(true) {
            return all;
        }
        let name = names.take("is", &model.def.name);
        let comment = "What clients may change, each value of its type.";
        self.call(Function::new(comment, name, DOCUMENT, all), RulesExpr::name("d"))
    }

    fn create(
        &mut self,
        model: CollectionModel<'a>,
        names: &mut FunctionNames,
        written: &[WritableField<'a>],
        free: &RulesExpr<'a>,
    ) {
        let keys = RulesExpr::name("d").method("keys", Vec::new());
        let all = RulesExpr::texts(written.iter().map(|written| written.name));
        let others = written.iter().filter(|written| !is_free(written.field));
        let conditions = [keys.method("hasOnly", vec![all])]
            .into_iter()
            .chain(others.map(|written| written.condition.clone()))
            .chain([free.clone()]);
        let name = names.take("isNew", &model.def.name);
        let comment = "A new document: these fields and no others, and what is set once.";
        let function = Function::new(comment, name, DOCUMENT, RulesExpr::all(conditions));
        let body = self.call(function, RulesExpr::after());
        let ids: Vec<_> = ids(model).collect();
        for id in &ids {
            self.prices.push((&id.field.name, id.condition.cost()));
            self.unchecked.extend(id.unseen.iter().map(|unseen| unseen.of(&id.field.name)));
        }
        self.create = RulesExpr::all(ids.into_iter().map(|id| id.condition).chain([body]));
    }

    fn update(
        &mut self,
        model: CollectionModel<'a>,
        names: &mut FunctionNames,
        written: &[WritableField<'a>],
        free: RulesExpr<'a>,
    ) {
        let listed = written
            .iter()
            .filter(|written| is_free(written.field) || written.field.is_updated_at());
        let all = RulesExpr::texts(listed.map(|written| written.name));
        let affected = RulesExpr::name("d")
            .method("diff", vec![RulesExpr::before()])
            .method("affectedKeys", Vec::new());
        let changed = written.iter().filter(|written| written.field.is_updated_at());
        let conditions = [affected.method("hasOnly", vec![all])]
            .into_iter()
            .chain(changed.map(|written| written.condition.clone()))
            .chain([free]);
        let name = names.take("isChanged", &model.def.name);
        let comment = "A changed document: nothing else is added, changed or removed.";
        let function = Function::new(comment, name, DOCUMENT, RulesExpr::all(conditions));
        self.update = self.call(function, RulesExpr::after());
    }

    /// Adds the function, and calls it.
    fn call(&mut self, function: Function<'a>, of: RulesExpr<'a>) -> RulesExpr<'a> {
        let function = Arc::new(function);
        self.functions.push(Arc::clone(&function));
        RulesExpr::CallFunction(function, vec![of])
    }
}

/// Whether clients may set it and change it.
fn is_free(field: &Field) -> bool {
    field.updatable_by_clients()
}

/// Whether it is the moment of the request that writes it.
fn is_moment_of_a_write(field: &Field) -> bool {
    (field.is_created_at() || field.is_updated_at()) && field.kind.class() == ValueClass::Moment
}
