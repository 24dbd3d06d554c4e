//! `exists(Model { .. })`: one document, found by its path.

use super::claim::lower;
use super::comparison::compared;
use super::kind;
use super::translator::Translator;
use super::value::{Absence, RuleValue, body, described};
use crate::firestore::collection::{CollectionModel, Location};
use crate::firestore::rules::language::RulesExpr;
use crate::firestore::{Error, ErrorKind};
use crate::schema::{Comparand, Field, FieldCondition, Membership, Operator};

/// The document that a membership needs.
struct MemberLookup<'a> {
    path: RulesExpr<'a>,
    /// What has to be true before the path may be evaluated.
    guards: Vec<RulesExpr<'a>>,
    /// The fields of its body, and what each must equal.
    bodies: Vec<(BodyField<'a>, RuleValue<'a>)>,
    /// The conditions under which a value of the lookup is missing.
    absent: Vec<RulesExpr<'a>>,
    is_hidden: bool,
}

/// A field in the body of the other document.
struct BodyField<'a> {
    name: &'a str,
    field: &'a Field,
}

impl<'a> Translator<'_, 'a> {
    /// Where there is such a document; or, for `wanted` false, where there is
    /// none. It is never unknown: no document is found by a missing value.
    pub(super) fn membership(
        &self,
        membership: &'a Membership,
        wanted: bool,
    ) -> Result<RulesExpr<'a>, Error> {
        let other =
            membership.model.collection.as_deref().and_then(|path| self.collections.at(path));
        let name = &membership.model.model;
        let Some(other) = other else {
            return Err(self.model.error(ErrorKind::NoMember(name.to_string())));
        };
        let lookup = self.lookup(other, &membership.conditions)?;
        if lookup.is_hidden {
            return Ok(RulesExpr::Bool(false));
        }
        Ok(if wanted { lookup.found() } else { lookup.not_found() })
    }

    fn lookup(
        &self,
        other: CollectionModel<'a>,
        conditions: &'a [FieldCondition],
    ) -> Result<MemberLookup<'a>, Error> {
        let names = other.names();
        // From the document upwards.
        let mut ids: Vec<Option<RulesExpr<'a>>> = vec![None; names.len()];
        let mut guards = Vec::new();
        let (mut bodies, mut absent, mut is_hidden) = (Vec::new(), Vec::new(), false);
        for FieldCondition { field, equals } in conditions {
            let (found, location) = other.find(field)?;
            let value = self.value(equals)?;
            let kind = Comparand::of_type(&found.kind);
            if !kind::compares(kind, Operator::Eq, value.kind) {
                let (left, right) = (format!("`{}.{field}`", other.def.name), described(equals));
                return Err(self.model.error(ErrorKind::Incomparable { left, right }));
            }
            is_hidden |= value.is_hidden;
            absent.push(nothing_equals(&value, kind));
            match location {
                Location::Body(name) => bodies.push((BodyField { name, field: found }, value)),
                Location::Id | Location::Ancestor(_) => {
                    let levels = location.levels().unwrap_or_default();
                    if levels > 0 {
                        guards.extend(value.is_sound());
                    }
                    let id = ids.get_mut(levels).map(|id| id.replace(id_of(value, kind)));
                    if id.flatten().is_some() {
                        let model = other.def.name.to_string();
                        let field = field.to_string();
                        return Err(self.model.error(ErrorKind::MemberTwice { model, field }));
                    }
                }
            }
        }
        let path = self.path(other, &names, ids)?;
        Ok(MemberLookup { path, guards, bodies, absent, is_hidden })
    }

    fn path(
        &self,
        other: CollectionModel<'a>,
        names: &[&'a str],
        ids: Vec<Option<RulesExpr<'a>>>,
    ) -> Result<RulesExpr<'a>, Error> {
        let mut segments = Vec::new();
        let mut missing = Vec::new();
        for (i, (name, id)) in names.iter().zip(ids.into_iter().rev()).enumerate() {
            segments.push(RulesExpr::text(*name));
            match id {
                Some(id) => segments.push(id),
                None => missing.push(id_name(other, names.len() - 1 - i)),
            }
        }
        if missing.is_empty() {
            return Ok(RulesExpr::Path(segments));
        }
        let model = other.def.name.to_string();
        Err(self.model.error(ErrorKind::MemberPath { model, missing }))
    }
}

impl<'a> MemberLookup<'a> {
    fn found(self) -> RulesExpr<'a> {
        if self.bodies.is_empty() {
            let exists = RulesExpr::Call("exists", vec![self.path]);
            return RulesExpr::all(self.guards.into_iter().chain([exists]));
        }
        // Where there is no document, `get` is an error.
        let document = RulesExpr::Call("get", vec![self.path]).member("data");
        let bodies = self.bodies.into_iter().map(|(BodyField { name, field }, value)| {
            let own = body(&document, name, Comparand::of_type(&field.kind), field.nullable);
            compared(own, Operator::Eq, value)
        });
        RulesExpr::all(self.guards.into_iter().chain(bodies))
    }

    fn not_found(self) -> RulesExpr<'a> {
        let is_gone = RulesExpr::Call("exists", vec![self.path.clone()]).not();
        let document = RulesExpr::Call("get", vec![self.path]).member("data");
        let differs = self.bodies.into_iter().map(|(BodyField { name, field }, value)| {
            let own = body(&document, name, Comparand::of_type(&field.kind), field.nullable);
            let Absence::Null { or_null, .. } = own.absence.clone() else {
                return RulesExpr::Bool(false);
            };
            // A field that the document lacks equals nothing.
            compared(RuleValue { expression: or_null, ..own }, Operator::Eq, value).not()
        });
        RulesExpr::any(self.absent.into_iter().chain([is_gone]).chain(differs))
    }
}

/// Where no document is found by this value, because it is missing or, in a
/// token, of another type.
fn nothing_equals<'a>(value: &RuleValue<'a>, kind: Comparand<'a>) -> RulesExpr<'a> {
    match (&value.absence, value.kind) {
        (Absence::Null { or_null, .. }, Comparand::Claim) => {
            let kind = match kind {
                Comparand::Bool => "bool",
                Comparand::Whole | Comparand::Float => "number",
                _ => "string",
            };
            let nobody = RulesExpr::auth().eq(RulesExpr::Null);
            RulesExpr::any([nobody, or_null.clone().is(kind).not()])
        }
        // A value that Rust knows to be there needs no condition.
        (Absence::Null { of_a_user: false, .. }, _) if !value.needs_a_guard => {
            RulesExpr::Bool(false)
        }
        _ => value.is_absent(),
    }
}

/// The field that holds the id this many documents above, or a description.
fn id_name(model: CollectionModel<'_>, levels: usize) -> String {
    let mut fields = model.fields();
    match fields.find(|(_, location)| location.levels() == Some(levels)) {
        Some((field, _)) => field.name.to_string(),
        None => {
            let name = model.names().into_iter().rev().nth(levels).unwrap_or_default();
            format!("{name}'s id")
        }
    }
}

/// The value as the name of a document.
fn id_of<'a>(value: RuleValue<'a>, kind: Comparand<'a>) -> RulesExpr<'a> {
    match (kind, value.kind) {
        (Comparand::Uuid, Comparand::Claim) => lower(value.expression),
        _ => value.expression,
    }
}
