//! The checks of a whole document: of a new one, and of one that changes.

use std::sync::Arc;

use super::field::field_checks;
use super::path::ids;
use crate::firestore::rules::collections::{Collections, Kept};
use crate::firestore::rules::condition::{Asked, View};
use crate::firestore::rules::language::{Expression, Function};
use crate::firestore::rules::names::Names;
use crate::firestore::rules::unchecked::Unseen;
use crate::firestore::rules::{Error, ErrorKind};
use crate::schema::{Field, ValueClass};

/// What clients may write of a document, and the functions that check it.
pub(crate) struct Validation<'a> {
    /// What a new document has to be; `true` when clients make none.
    pub(crate) create: Expression<'a>,
    /// What a document has to be that clients have changed.
    pub(crate) update: Expression<'a>,
    /// What the two call.
    pub(crate) functions: Vec<Arc<Function<'a>>>,
    /// What the check of each field costs.
    pub(crate) prices: Vec<(&'a str, u32)>,
    /// What is not checked, in words.
    pub(crate) unchecked: Vec<String>,
}

/// A field that clients write.
struct Written<'a> {
    field: &'a Field,
    name: &'a str,
    condition: Expression<'a>,
}

/// A document, where it is a parameter.
const D: &[&str] = &["d"];

impl<'a> Validation<'a> {
    /// The checks for clients who may make documents, or change them.
    pub(crate) fn new(
        kept: &Kept<'a>,
        collections: &Collections<'a>,
        names: &mut Names,
        creates: bool,
        updates: bool,
    ) -> Result<Self, Error> {
        let mut validation = Self {
            create: Expression::Bool(true),
            update: Expression::Bool(true),
            functions: Vec::new(),
            prices: Vec::new(),
            unchecked: Vec::new(),
        };
        let mut written = Vec::new();
        for (field, name) in kept.body().filter(|(field, _)| !field.server) {
            if creates || (updates && (is_free(field) || field.is_updated_at())) {
                let condition = validation.check(kept, field, name)?;
                written.push(Written { field, name, condition });
            }
        }
        let document = Expression::name("d");
        let asked = Asked { kept, collections, document, view: View::Document };
        let relations = kept.model.rules.iter().map(|rule| asked.kept(&rule.holds, true));
        let relations = relations.collect::<Result<Vec<_>, Error>>()?;
        let free = validation.free(kept, names, &written, relations, creates && updates);
        if creates {
            validation.create(kept, names, &written, &free);
        }
        if updates {
            validation.update(kept, names, &written, free);
        }
        Ok(validation)
    }

    /// The check of one field.
    fn check(
        &mut self,
        kept: &Kept<'a>,
        field: &'a Field,
        name: &'a str,
    ) -> Result<Expression<'a>, Error> {
        let d = Expression::name("d");
        let condition = if is_moment_of_a_write(field) {
            d.member(name).eq(Expression::name("request").member("time"))
        } else {
            let Some(checks) = field_checks(field, name, &d) else {
                let name = field.name.to_string();
                let trouble = match field.kind.document() {
                    Some(_) => ErrorKind::Vector,
                    None => ErrorKind::Type,
                };
                return Err(kept.trouble(trouble(name)));
            };
            let points = field.kind.class() == ValueClass::DocumentId || field.references.is_some();
            let also = [(points, Unseen::Existence), (field.copy_of.is_some(), Unseen::Copy)];
            let also = also.into_iter().filter_map(|(holds, unseen)| holds.then_some(unseen));
            let unseen = checks.unseen.into_iter().chain(also);
            self.unchecked.extend(unseen.map(|unseen| unseen.of(&field.name)));
            Expression::all(checks.conditions)
        };
        self.prices.push((&field.name, condition.cost()));
        Ok(condition)
    }

    /// What clients write again and again; a function, if it is asked twice.
    fn free(
        &mut self,
        kept: &Kept<'a>,
        names: &mut Names,
        written: &[Written<'a>],
        relations: Vec<Expression<'a>>,
        twice: bool,
    ) -> Expression<'a> {
        let free = written.iter().filter(|written| is_free(written.field));
        let free = free.map(|written| written.condition.clone());
        let all = Expression::all(free.chain(relations));
        if !twice || all.is_always(true) {
            return all;
        }
        let name = names.function("is", &kept.model.name);
        let comment = "What clients may change, each value of its type.";
        self.call(Function::new(comment, name, D, all), Expression::name("d"))
    }

    fn create(
        &mut self,
        kept: &Kept<'a>,
        names: &mut Names,
        written: &[Written<'a>],
        free: &Expression<'a>,
    ) {
        let keys = Expression::name("d").method("keys", Vec::new());
        let all = Expression::texts(written.iter().map(|written| written.name));
        let others = written.iter().filter(|written| !is_free(written.field));
        let conditions = [keys.method("hasOnly", vec![all])]
            .into_iter()
            .chain(others.map(|written| written.condition.clone()))
            .chain([free.clone()]);
        let name = names.function("isNew", &kept.model.name);
        let comment = "A new document: these fields and no others, and what is set once.";
        let function = Function::new(comment, name, D, Expression::all(conditions));
        let body = self.call(function, Expression::after());
        let ids: Vec<_> = ids(kept).collect();
        for id in &ids {
            self.prices.push((&id.field.name, id.condition.cost()));
            self.unchecked.extend(id.unseen.iter().map(|unseen| unseen.of(&id.field.name)));
        }
        self.create = Expression::all(ids.into_iter().map(|id| id.condition).chain([body]));
    }

    fn update(
        &mut self,
        kept: &Kept<'a>,
        names: &mut Names,
        written: &[Written<'a>],
        free: Expression<'a>,
    ) {
        let listed = written
            .iter()
            .filter(|written| is_free(written.field) || written.field.is_updated_at());
        let all = Expression::texts(listed.map(|written| written.name));
        let affected = Expression::name("d")
            .method("diff", vec![Expression::before()])
            .method("affectedKeys", Vec::new());
        let changed = written.iter().filter(|written| written.field.is_updated_at());
        let conditions = [affected.method("hasOnly", vec![all])]
            .into_iter()
            .chain(changed.map(|written| written.condition.clone()))
            .chain([free]);
        let name = names.function("isChanged", &kept.model.name);
        let comment = "A changed document: nothing else is added, changed or removed.";
        let function = Function::new(comment, name, D, Expression::all(conditions));
        self.update = self.call(function, Expression::after());
    }

    /// Keeps the function, and calls it.
    fn call(&mut self, function: Function<'a>, of: Expression<'a>) -> Expression<'a> {
        let function = Arc::new(function);
        self.functions.push(Arc::clone(&function));
        Expression::CallFunction(function, vec![of])
    }
}

/// Whether clients set it and change it as they like.
fn is_free(field: &Field) -> bool {
    field.updatable_by_clients()
}

/// Whether it is the moment of the request that writes it.
fn is_moment_of_a_write(field: &Field) -> bool {
    (field.is_created_at() || field.is_updated_at()) && field.kind.class() == ValueClass::Moment
}
