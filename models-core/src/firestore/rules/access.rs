//! Who may do what: the conditions of a collection's operations.

use std::sync::Arc;

use super::collections::Collections;
use super::condition::{Translator, View};
use super::language::{Function, RulesExpr};
use super::names::FunctionNames;
use super::operation::Operation;
use crate::access::implies;
use crate::firestore::Error;
use crate::firestore::collection::{CollectionModel, Location};
use crate::schema::{Expr, FieldCondition, Membership, Operand};

/// The conditions, and the functions that they call.
pub(crate) struct AccessConditions<'a> {
    /// One for each of [`Operation::ALL`].
    pub(crate) conditions: [RulesExpr<'a>; 4],
    /// The condition for a query, where it is not that for one document.
    pub(crate) list: Option<RulesExpr<'a>>,
    pub(crate) functions: Vec<Arc<Function<'a>>>,
}

/// A rule that must hold for a document.
#[derive(Clone, Copy, Debug)]
struct Requirement<'a> {
    expr: &'a Expr,
    /// Whether it is about the document after the write.
    is_after: bool,
}

/// Longer conditions that are needed more than once become functions.
const MAX_REPEATED_LENGTH: usize = 48;

impl<'a> AccessConditions<'a> {
    pub(crate) fn new(
        model: CollectionModel<'a>,
        collections: &Collections<'a>,
        names: &mut FunctionNames,
    ) -> Result<Self, Error> {
        let requirements = Operation::ALL.map(|operation| requirements(model, operation));
        let mut translated = Conditions { model, collections, functions: Vec::new() };
        for (operation, required) in Operation::ALL.into_iter().zip(&requirements) {
            for Requirement { expr, .. } in required {
                let times =
                    requirements.iter().flatten().filter(|other| other.expr == *expr).count();
                translated.share(operation, expr, times, names)?;
            }
        }
        let mut conditions = Operation::ALL.map(|_| RulesExpr::Bool(false));
        for (condition, required) in conditions.iter_mut().zip(&requirements) {
            let all: Result<Vec<_>, Error> =
                required.iter().map(|requirement| translated.of(*requirement)).collect();
            *condition = RulesExpr::all(all?);
        }
        let list = translated.list()?;
        let functions = translated.functions.into_iter().map(|(_, function)| function).collect();
        Ok(Self { conditions, list, functions })
    }
}

/// The rules that must hold for an operation. A caller who cannot read a document
/// can neither change nor delete it, and a changed document must be one that the
/// caller may change.
fn requirements(model: CollectionModel<'_>, operation: Operation) -> Vec<Requirement<'_>> {
    let access = &model.def.access;
    let (select, update, delete) =
        (&access.select.allow, &access.update.allow, &access.delete.allow);
    let of = |expr, is_after| Requirement { expr, is_after };
    let is_closed = |expr: &Expr| matches!(expr, Expr::Nobody | Expr::Service);
    let read_first = |expr: &Expr| (!is_closed(expr) && !implies(expr, select)).then_some(select);
    match operation {
        Operation::Read => vec![of(select, false)],
        Operation::Create => vec![of(&access.insert.allow, true)],
        Operation::Update => {
            let both = [Some(update), read_first(update)].into_iter().flatten();
            both.flat_map(|expr| {
                let again = may_change(model, expr).then(|| of(expr, true));
                [Some(of(expr, false)), again].into_iter().flatten()
            })
            .collect()
        }
        Operation::Delete => {
            let both = [Some(delete), read_first(delete)].into_iter().flatten();
            both.map(|expr| of(expr, false)).collect()
        }
    }
}

/// Whether an update may change the result: a path never changes, and clients
/// change some fields only.
fn may_change(model: CollectionModel<'_>, expr: &Expr) -> bool {
    let reads = |operand: &Operand| match operand {
        Operand::Field(name) => model.def.field(name).is_none_or(|field| {
            matches!(model.location(field), Some(Location::Body(_)))
                && (field.updatable_by_clients() || field.is_updated_at())
        }),
        Operand::Literal(_)
        | Operand::Uid
        | Operand::Role
        | Operand::Email
        | Operand::Claim(_)
        | Operand::Now => false,
    };
    match expr {
        Expr::And(parts) | Expr::Or(parts) => parts.iter().any(|part| may_change(model, part)),
        Expr::Not(inner) => may_change(model, inner),
        Expr::Compare(comparison) => reads(&comparison.left) || reads(&comparison.right),
        Expr::IsNone(operand) | Expr::IsSome(operand) | Expr::Holds(operand) => reads(operand),
        Expr::In(operand, options) => reads(operand) || options.iter().any(reads),
        Expr::Exists(Membership { conditions, .. }) => {
            conditions.iter().any(|FieldCondition { equals, .. }| reads(equals))
        }
        // The text names the documents itself, so it is evaluated once.
        Expr::Anyone
        | Expr::Authenticated
        | Expr::Nobody
        | Expr::Service
        | Expr::Sql(_)
        | Expr::Rules(_) => false,
    }
}

/// Conditions, those that are given more than once as calls.
struct Conditions<'s, 'a> {
    model: CollectionModel<'a>,
    collections: &'s Collections<'a>,
    functions: Vec<(&'a Expr, Arc<Function<'a>>)>,
}

impl<'a> Conditions<'_, 'a> {
    fn translate(&self, expr: &'a Expr, document: RulesExpr<'a>) -> Result<RulesExpr<'a>, Error> {
        let Self { model, collections, .. } = *self;
        Translator { model, collections, document, view: View::Document }.condition(expr, true)
    }

    /// The condition for a query, where it is another.
    fn list(&self) -> Result<Option<RulesExpr<'a>>, Error> {
        let Self { model, collections, .. } = *self;
        let select = &model.def.access.select.allow;
        let get = self.translate(select, RulesExpr::before())?;
        // The two differ in what stands for a missing value only.
        if !get.has_a_default() {
            return Ok(None);
        }
        let translator =
            Translator { model, collections, document: RulesExpr::before(), view: View::Query };
        let list = translator.condition(select, true)?;
        Ok((list != get).then_some(list))
    }

    /// Makes a function of a rule that is needed several times.
    fn share(
        &mut self,
        operation: Operation,
        expr: &'a Expr,
        times: usize,
        names: &mut FunctionNames,
    ) -> Result<(), Error> {
        if times < 2 || self.functions.iter().any(|(of, _)| *of == expr) {
            return Ok(());
        }
        let body = self.translate(expr, RulesExpr::name("d"))?;
        if body.to_string().len() <= MAX_REPEATED_LENGTH {
            return Ok(());
        }
        let parameters: &[&str] = if body.has_a_parameter() { &["d"] } else { &[] };
        let (start, comment) = match operation {
            Operation::Read => ("mayRead", "Who may read it."),
            Operation::Create => ("mayCreate", "Who may make it."),
            Operation::Update => ("mayUpdate", "Who may change it."),
            Operation::Delete => ("mayDelete", "Who may delete it."),
        };
        let name = names.take(start, &self.model.def.name);
        self.functions.push((expr, Arc::new(Function::new(comment, name, parameters, body))));
        Ok(())
    }

    fn of(&self, requirement: Requirement<'a>) -> Result<RulesExpr<'a>, Error> {
        let document = if requirement.is_after { RulesExpr::after() } else { RulesExpr::before() };
        let shared = self.functions.iter().find(|(of, _)| *of == requirement.expr);
        match shared {
            Some((_, function)) => {
                let has_one = !function.parameters.is_empty();
                let arguments = has_one.then_some(document).into_iter().collect();
                Ok(RulesExpr::CallFunction(Arc::clone(function), arguments))
            }
            None => self.translate(requirement.expr, document),
        }
    }
}
