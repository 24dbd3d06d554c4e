//! The values in a rule.

use super::translator::{Translator, View};
use crate::firestore::collection::{CollectionModel, Location};
use crate::firestore::rules::language::RulesExpr;
use crate::firestore::rules::names::variables;
use crate::firestore::{Error, ErrorKind};
use crate::schema::{Comparand, Literal, Operand, Text};

/// A value, seen from the document that is asked about.
#[derive(Clone, Debug)]
pub(super) struct RuleValue<'a> {
    pub(super) kind: Comparand<'a>,
    pub(super) expression: RulesExpr<'a>,
    /// How it may be missing.
    pub(super) absence: Absence<'a>,
    /// It may hold `null`, or in a token something of another type: `!=` is
    /// true of that, and must not be.
    pub(super) needs_a_guard: bool,
    /// It is nowhere in a query over all collections of one name.
    pub(super) is_hidden: bool,
}

/// How a value may be missing.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Absence<'a> {
    /// Not at all.
    Never,
    /// It is `null`, or not there.
    Null {
        /// The same, but `null` where it is missing; an error if nobody asks.
        or_null: RulesExpr<'a>,
        /// It belongs to a user: nobody has it.
        of_a_user: bool,
    },
    /// Nobody asks.
    Nobody,
}

impl<'a> Translator<'_, 'a> {
    pub(super) fn value(&self, operand: &'a Operand) -> Result<RuleValue<'a>, Error> {
        Ok(match operand {
            Operand::Field(name) => return self.field(name),
            Operand::Literal(literal) => {
                RuleValue::there(Comparand::of_literal(literal), self.literal(literal)?)
            }
            Operand::Uid => RuleValue {
                absence: Absence::Nobody,
                ..RuleValue::there(Comparand::Caller, RulesExpr::auth().member("uid"))
            },
            Operand::Role => RuleValue::there(Comparand::Role, role()),
            Operand::Email => token("email"),
            Operand::Claim(path) => self.claim(path)?,
            Operand::Now => {
                RuleValue::there(Comparand::Moment, RulesExpr::name("request").member("time"))
            }
        })
    }

    fn field(&self, name: &'a str) -> Result<RuleValue<'a>, Error> {
        let (field, location) = self.model.find(name)?;
        let kind = Comparand::of_type(&field.kind);
        Ok(match location {
            Location::Id => RuleValue::there(kind, variable(self.model, 0)),
            Location::Ancestor(levels) => {
                let id = variable(self.model, levels);
                RuleValue { is_hidden: self.view == View::Group, ..RuleValue::there(kind, id) }
            }
            Location::Body(name) => {
                let value = body(&self.document, name, kind, field.nullable);
                let or_null = value.expression.clone();
                match self.view {
                    View::Document => value,
                    // What a query does not name has to be an error here: with
                    // `get(name, null)` it would be absent, whatever it finds.
                    View::Query | View::Group => {
                        RuleValue { absence: Absence::Null { or_null, of_a_user: false }, ..value }
                    }
                }
            }
        })
    }

    pub(super) fn literal(&self, literal: &'a Literal) -> Result<RulesExpr<'a>, Error> {
        Ok(match literal {
            Literal::Bool(holds) => RulesExpr::Bool(*holds),
            Literal::Int(int) => RulesExpr::Int(*int),
            Literal::Float(float) if float.is_finite() => RulesExpr::Float(*float),
            Literal::Float(float) => {
                return Err(self.model.error(ErrorKind::Number(float.to_string())));
            }
            Literal::Text(text) => RulesExpr::text(&**text),
        })
    }

    fn claim(&self, path: &'a [Text]) -> Result<RuleValue<'a>, Error> {
        let token = || RulesExpr::auth().member("token");
        let expression = path.iter().fold(token(), |claims, name| claims.member(name));
        let names = match path {
            [] => return Err(self.model.error(ErrorKind::EmptyClaim)),
            [name] => RulesExpr::text(&**name),
            names => RulesExpr::texts(names.iter().map(|name| &**name)),
        };
        let or_null = token().method("get", vec![names, RulesExpr::Null]);
        Ok(of_a_user(Comparand::Claim, expression, or_null))
    }
}

impl<'a> RuleValue<'a> {
    /// A value that is always there.
    fn there(kind: Comparand<'a>, expression: RulesExpr<'a>) -> Self {
        let absence = Absence::Never;
        Self { kind, expression, absence, needs_a_guard: false, is_hidden: false }
    }

    /// Where there is a value. Where there is none it is an error, which allows
    /// no more than false does.
    pub(super) fn is_there(&self) -> RulesExpr<'a> {
        match &self.absence {
            Absence::Never => RulesExpr::Bool(true),
            Absence::Nobody => RulesExpr::auth().ne(RulesExpr::Null),
            Absence::Null { .. } => self.expression.clone().ne(RulesExpr::Null),
        }
    }

    /// What has to be true of it beside `!=`.
    pub(super) fn guard(&self) -> RulesExpr<'a> {
        match &self.absence {
            Absence::Null { of_a_user: true, .. } => self.expression.clone().is("string"),
            Absence::Null { .. } if self.needs_a_guard => {
                self.expression.clone().ne(RulesExpr::Null)
            }
            Absence::Null { .. } | Absence::Never | Absence::Nobody => RulesExpr::Bool(true),
        }
    }

    /// What is false, and no error, where the value may be one.
    ///
    /// Google's emulator loses its place when an id in a path is an error and
    /// another one follows: then what comes later is denied though it is true.
    pub(super) fn is_sound(&self) -> Vec<RulesExpr<'a>> {
        let somebody = || RulesExpr::auth().ne(RulesExpr::Null);
        match &self.absence {
            Absence::Null { of_a_user: false, .. } if !self.needs_a_guard => Vec::new(),
            Absence::Null { or_null, of_a_user: false } => {
                vec![or_null.clone().ne(RulesExpr::Null)]
            }
            Absence::Null { or_null, of_a_user: true } => {
                vec![somebody(), or_null.clone().is("string")]
            }
            Absence::Nobody => vec![somebody()],
            Absence::Never => Vec::new(),
        }
    }

    /// Where there is none.
    pub(super) fn is_absent(&self) -> RulesExpr<'a> {
        let nobody = || RulesExpr::auth().eq(RulesExpr::Null);
        match &self.absence {
            Absence::Never => RulesExpr::Bool(false),
            Absence::Nobody => nobody(),
            Absence::Null { or_null, of_a_user } => {
                let missing = or_null.clone().eq(RulesExpr::Null);
                if *of_a_user { RulesExpr::any([nobody(), missing]) } else { missing }
            }
        }
    }
}

/// The variable that holds the id this many documents above.
pub(crate) fn variable<'a>(model: CollectionModel<'_>, levels: usize) -> RulesExpr<'a> {
    RulesExpr::name(
        variables(&model.collection.path).into_iter().rev().nth(levels).unwrap_or_default(),
    )
}

/// A field of a document's body.
///
/// A document that is older than the field lacks it, whatever the type says.
pub(super) fn body<'a>(
    document: &RulesExpr<'a>,
    name: &'a str,
    kind: Comparand<'a>,
    nullable: bool,
) -> RuleValue<'a> {
    let or_null = document.clone().get(name, RulesExpr::Null);
    let absence = Absence::Null { or_null, of_a_user: false };
    let value = RuleValue::there(kind, document.clone().member(name));
    RuleValue { absence, needs_a_guard: nullable, ..value }
}

/// A text in the token that the authentication service puts there.
fn token(name: &str) -> RuleValue<'_> {
    let token = || RulesExpr::auth().member("token");
    of_a_user(Comparand::Text, token().member(name), token().get(name, RulesExpr::Null))
}

fn of_a_user<'a>(
    kind: Comparand<'a>,
    expression: RulesExpr<'a>,
    or_null: RulesExpr<'a>,
) -> RuleValue<'a> {
    let absence = Absence::Null { or_null, of_a_user: true };
    RuleValue { absence, needs_a_guard: true, ..RuleValue::there(kind, expression) }
}

fn role<'a>() -> RulesExpr<'a> {
    let nobody = RulesExpr::auth().eq(RulesExpr::Null);
    RulesExpr::If(Box::new([nobody, RulesExpr::text("anon"), RulesExpr::text("authenticated")]))
}

/// An operand as the rule in Rust has it, for a message.
pub(super) fn described(operand: &Operand) -> String {
    match operand {
        Operand::Field(field) => format!("`{field}`"),
        Operand::Literal(Literal::Bool(value)) => format!("`{value}`"),
        Operand::Literal(Literal::Int(value)) => format!("`{value}`"),
        Operand::Literal(Literal::Float(value)) => format!("`{value}`"),
        Operand::Literal(Literal::Text(value)) => format!("`{value:?}`"),
        Operand::Uid => "`auth.uid()`".to_owned(),
        Operand::Role => "`auth.role()`".to_owned(),
        Operand::Email => "`auth.email()`".to_owned(),
        Operand::Claim(path) => format!("`auth.claim({:?})`", path.join(".")),
        Operand::Now => "`auth.now()`".to_owned(),
    }
}
