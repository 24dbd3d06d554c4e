//! `exists(Model { .. })`: one document, found by its path.

use super::claim::lower;
use super::comparison::compared;
use super::kind;
use super::truth::Asked;
use super::value::{Absence, Value, body, described};
use crate::firestore::rules::collections::{Kept, Spot};
use crate::firestore::rules::language::Expression;
use crate::firestore::rules::{Error, ErrorKind};
use crate::schema::{Comparand, Condition, Field, Membership, Operator};

/// What a membership asks, taken apart.
struct Question<'a> {
    path: Expression<'a>,
    /// What has to be true before the path may be evaluated.
    guards: Vec<Expression<'a>>,
    /// What the body of the document must hold, for each side of the question.
    bodies: Vec<(Body<'a>, Value<'a>)>,
    /// Where a value is missing that the document should be found by.
    absent: Vec<Expression<'a>>,
    is_hidden: bool,
}

/// A field in the body of the other document.
struct Body<'a> {
    name: &'a str,
    field: &'a Field,
}

impl<'a> Asked<'_, 'a> {
    /// Where there is such a document; or, for `wanted` false, where there is
    /// none. It is never unknown: no document is found by a missing value.
    pub(super) fn membership(
        &self,
        membership: &'a Membership,
        wanted: bool,
    ) -> Result<Expression<'a>, Error> {
        let other =
            membership.model.collection.as_deref().and_then(|path| self.collections.at(path));
        let name = &membership.model.model;
        let Some(other) = other else {
            return Err(self.kept.trouble(ErrorKind::NoMember(name.to_string())));
        };
        let question = self.question(other, &membership.conditions)?;
        if question.is_hidden {
            return Ok(Expression::Bool(false));
        }
        Ok(if wanted { question.answered() } else { question.unanswered() })
    }

    fn question(
        &self,
        other: &Kept<'a>,
        conditions: &'a [Condition],
    ) -> Result<Question<'a>, Error> {
        let mut ids: Vec<Option<Expression<'a>>> = vec![None; other.steps.len()];
        let mut guards = Vec::new();
        let (mut bodies, mut absent, mut is_hidden) = (Vec::new(), Vec::new(), false);
        for Condition { field, equals } in conditions {
            let (found, spot) = other.find(field)?;
            let value = self.value(equals)?;
            let kind = Comparand::of_type(&found.kind);
            if !kind::compares(kind, Operator::Eq, value.kind) {
                let (left, right) = (format!("`{}.{field}`", other.model.name), described(equals));
                return Err(self.kept.trouble(ErrorKind::Incomparable { left, right }));
            }
            is_hidden |= value.is_hidden;
            absent.push(nothing_equals(&value, kind));
            match spot {
                Spot::Body(name) => bodies.push((Body { name, field: found }, value)),
                Spot::Path(step) => {
                    if step + 1 < other.steps.len() {
                        guards.extend(value.is_sound());
                    }
                    let id = ids.get_mut(step).map(|id| id.replace(id_of(value, kind)));
                    if id.flatten().is_some() {
                        let model = other.model.name.to_string();
                        let field = field.to_string();
                        return Err(self.kept.trouble(ErrorKind::MemberTwice { model, field }));
                    }
                }
            }
        }
        let path = self.path(other, ids)?;
        Ok(Question { path, guards, bodies, absent, is_hidden })
    }

    fn path(
        &self,
        other: &Kept<'a>,
        ids: Vec<Option<Expression<'a>>>,
    ) -> Result<Expression<'a>, Error> {
        let mut segments = Vec::new();
        let mut missing = Vec::new();
        for (i, (step, id)) in other.steps.iter().zip(ids).enumerate() {
            segments.push(Expression::text(step.collection));
            match id {
                Some(id) => segments.push(id),
                None => missing.push(other.id_name(i)),
            }
        }
        if missing.is_empty() {
            return Ok(Expression::Path(segments));
        }
        let model = other.model.name.to_string();
        Err(self.kept.trouble(ErrorKind::MemberPath { model, missing }))
    }
}

impl<'a> Question<'a> {
    fn answered(self) -> Expression<'a> {
        if self.bodies.is_empty() {
            let exists = Expression::Call("exists", vec![self.path]);
            return Expression::all(self.guards.into_iter().chain([exists]));
        }
        // Where there is no document, `get` is an error.
        let document = Expression::Call("get", vec![self.path]).member("data");
        let bodies = self.bodies.into_iter().map(|(Body { name, field }, value)| {
            let own = body(&document, name, Comparand::of_type(&field.kind), field.nullable);
            compared(own, Operator::Eq, value)
        });
        Expression::all(self.guards.into_iter().chain(bodies))
    }

    fn unanswered(self) -> Expression<'a> {
        let is_gone = Expression::Call("exists", vec![self.path.clone()]).not();
        let document = Expression::Call("get", vec![self.path]).member("data");
        let differs = self.bodies.into_iter().map(|(Body { name, field }, value)| {
            let own = body(&document, name, Comparand::of_type(&field.kind), field.nullable);
            let Absence::Null { or_null, .. } = own.absence.clone() else {
                return Expression::Bool(false);
            };
            // A field that the document lacks equals nothing.
            compared(Value { expression: or_null, ..own }, Operator::Eq, value).not()
        });
        Expression::any(self.absent.into_iter().chain([is_gone]).chain(differs))
    }
}

/// Where no document is found by this value, because it is missing or, in a
/// token, of another type.
fn nothing_equals<'a>(value: &Value<'a>, kind: Comparand<'a>) -> Expression<'a> {
    match (&value.absence, value.kind) {
        (Absence::Null { or_null, .. }, Comparand::Claim) => {
            let kind = match kind {
                Comparand::Bool => "bool",
                Comparand::Whole | Comparand::Float => "number",
                _ => "string",
            };
            let nobody = Expression::auth().eq(Expression::Null);
            Expression::any([nobody, or_null.clone().is(kind).not()])
        }
        // A value that Rust knows to be there is not asked for.
        (Absence::Null { of_a_user: false, .. }, _) if !value.needs_a_guard => {
            Expression::Bool(false)
        }
        _ => value.is_absent(),
    }
}

/// The value as the name of a document.
fn id_of<'a>(value: Value<'a>, kind: Comparand<'a>) -> Expression<'a> {
    match (kind, value.kind) {
        (Comparand::Uuid, Comparand::Claim) => lower(value.expression),
        _ => value.expression,
    }
}
