//! Who may do what: the conditions of a collection's operations.

use std::sync::Arc;

use super::collections::{Collections, Kept, Spot};
use super::condition::{Asked, View};
use super::error::Error;
use super::language::{Expression, Function};
use super::names::Names;
use super::operation::Operation;
use crate::access::implies;
use crate::schema::{Condition, Expr, Membership, Operand};

/// The conditions, and the functions that they call.
pub(crate) struct Access<'a> {
    /// One for each of [`Operation::ALL`].
    pub(crate) conditions: [Expression<'a>; 4],
    /// The condition for a query, where it is not that for one document.
    pub(crate) list: Option<Expression<'a>>,
    pub(crate) functions: Vec<Arc<Function<'a>>>,
}

/// A rule that is asked of a document.
#[derive(Clone, Copy, Debug)]
struct Question<'a> {
    expr: &'a Expr,
    /// What is asked about: what is there, or what would be.
    is_after: bool,
}

/// Longer conditions that are asked more than once become functions.
const SHORT: usize = 48;

impl<'a> Access<'a> {
    pub(crate) fn new(
        kept: &Kept<'a>,
        collections: &Collections<'a>,
        names: &mut Names,
    ) -> Result<Self, Error> {
        let questions = Operation::ALL.map(|operation| questions(kept, operation));
        let mut answers = Answers { kept, collections, functions: Vec::new() };
        for (operation, asked) in Operation::ALL.into_iter().zip(&questions) {
            for Question { expr, .. } in asked {
                let times = questions.iter().flatten().filter(|other| other.expr == *expr).count();
                answers.share(operation, expr, times, names)?;
            }
        }
        let mut conditions = Operation::ALL.map(|_| Expression::Bool(false));
        for (condition, asked) in conditions.iter_mut().zip(&questions) {
            let all: Result<Vec<_>, Error> =
                asked.iter().map(|question| answers.answer(*question)).collect();
            *condition = Expression::all(all?);
        }
        let list = answers.list()?;
        let functions = answers.functions.into_iter().map(|(_, function)| function).collect();
        Ok(Self { conditions, list, functions })
    }
}

/// What is asked before an operation: whoever cannot read a document cannot
/// change or delete it, and a change must not lead out of what one may change.
fn questions<'a>(kept: &Kept<'a>, operation: Operation) -> Vec<Question<'a>> {
    let access = &kept.model.access;
    let (select, update, delete) =
        (&access.select.allow, &access.update.allow, &access.delete.allow);
    let of = |expr, is_after| Question { expr, is_after };
    let is_closed = |expr: &Expr| matches!(expr, Expr::Nobody | Expr::Service);
    let read_first = |expr: &Expr| (!is_closed(expr) && !implies(expr, select)).then_some(select);
    match operation {
        Operation::Read => vec![of(select, false)],
        Operation::Create => vec![of(&access.insert.allow, true)],
        Operation::Update => {
            let both = [Some(update), read_first(update)].into_iter().flatten();
            both.flat_map(|expr| {
                let again = may_change(kept, expr).then(|| of(expr, true));
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

/// Whether an update may change the answer: a path never changes, and clients
/// change few of the fields.
fn may_change(kept: &Kept<'_>, expr: &Expr) -> bool {
    let reads = |operand: &Operand| match operand {
        Operand::Field(name) => kept.model.field(name).is_none_or(|field| {
            matches!(kept.spot(field), Some(Spot::Body(_)))
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
        Expr::And(parts) | Expr::Or(parts) => parts.iter().any(|part| may_change(kept, part)),
        Expr::Not(inner) => may_change(kept, inner),
        Expr::Compare(comparison) => reads(&comparison.left) || reads(&comparison.right),
        Expr::IsNone(operand) | Expr::IsSome(operand) | Expr::Holds(operand) => reads(operand),
        Expr::In(operand, options) => reads(operand) || options.iter().any(reads),
        Expr::Exists(Membership { conditions, .. }) => {
            conditions.iter().any(|Condition { equals, .. }| reads(equals))
        }
        // Text names the documents by itself, so it is asked once.
        Expr::Anyone
        | Expr::Authenticated
        | Expr::Nobody
        | Expr::Service
        | Expr::Sql(_)
        | Expr::Rules(_) => false,
    }
}

/// Answers, those that are given more than once as calls.
struct Answers<'s, 'a> {
    kept: &'s Kept<'a>,
    collections: &'s Collections<'a>,
    functions: Vec<(&'a Expr, Arc<Function<'a>>)>,
}

impl<'a> Answers<'_, 'a> {
    fn truth(&self, expr: &'a Expr, document: Expression<'a>) -> Result<Expression<'a>, Error> {
        let Self { kept, collections, .. } = *self;
        Asked { kept, collections, document, view: View::Document }.truth(expr, true)
    }

    /// The condition for a query, where it is another.
    fn list(&self) -> Result<Option<Expression<'a>>, Error> {
        let Self { kept, collections, .. } = *self;
        let select = &kept.model.access.select.allow;
        let get = self.truth(select, Expression::before())?;
        // The two differ in what stands for a missing value only.
        if !get.has_a_default() {
            return Ok(None);
        }
        let asked = Asked { kept, collections, document: Expression::before(), view: View::Query };
        let list = asked.truth(select, true)?;
        Ok((list != get).then_some(list))
    }

    /// Makes a function of a rule that is asked several times.
    fn share(
        &mut self,
        operation: Operation,
        expr: &'a Expr,
        times: usize,
        names: &mut Names,
    ) -> Result<(), Error> {
        if times < 2 || self.functions.iter().any(|(of, _)| *of == expr) {
            return Ok(());
        }
        let body = self.truth(expr, Expression::name("d"))?;
        if body.to_string().len() <= SHORT {
            return Ok(());
        }
        let parameters: &[&str] = if body.has_a_parameter() { &["d"] } else { &[] };
        let (start, comment) = match operation {
            Operation::Read => ("mayRead", "Who may read it."),
            Operation::Create => ("mayCreate", "Who may make it."),
            Operation::Update => ("mayUpdate", "Who may change it."),
            Operation::Delete => ("mayDelete", "Who may delete it."),
        };
        let name = names.function(start, &self.kept.model.name);
        self.functions.push((expr, Arc::new(Function::new(comment, name, parameters, body))));
        Ok(())
    }

    fn answer(&self, question: Question<'a>) -> Result<Expression<'a>, Error> {
        let document = if question.is_after { Expression::after() } else { Expression::before() };
        let shared = self.functions.iter().find(|(of, _)| *of == question.expr);
        match shared {
            Some((_, function)) => {
                let has_one = !function.parameters.is_empty();
                let arguments = has_one.then_some(document).into_iter().collect();
                Ok(Expression::CallFunction(Arc::clone(function), arguments))
            }
            None => self.truth(question.expr, document),
        }
    }
}
