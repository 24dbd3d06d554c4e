//! One decision: a command on a row of a model, and whoever asks.

use ::backend_models::access::{Auth, ClaimValue, Row, Value};
use ::backend_models::schema::{Field, ModelDef};
use ::backend_models::types::Id;

use super::dice::Dice;
use super::rule::CLAIMS;
use super::values::{TEXTS, any, uuid};
use crate::places::rust;

/// What is attempted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Command {
    Select,
    Insert,
    Update,
    Delete,
}

impl Command {
    pub(crate) const ALL: [Self; 4] = [Self::Select, Self::Insert, Self::Update, Self::Delete];
}

/// A decision that each place is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// The model, by its position in the schema.
    pub(crate) model: usize,
    pub(crate) command: Command,
    /// The row that is there; for `insert`, none is.
    pub(crate) before: Option<Row>,
    /// The row that there would be, for `insert` and `update`.
    pub(crate) after: Option<Row>,
    pub(crate) auth: Auth,
    /// What is absent is written out: as `null` in a document that is there,
    /// and in the columns of an `insert`.
    pub(crate) nulls: bool,
}

impl Case {
    /// Whichever row tells where it is.
    pub(crate) fn row(&self) -> &Row {
        self.before.as_ref().or(self.after.as_ref()).expect("a command is about a row")
    }
}

/// A decision at random; `None` where no row keeps the rules of the model.
pub(crate) fn draw(dice: &mut Dice, models: &[ModelDef], position: usize) -> Option<Case> {
    let model = &models[position];
    let command = dice.pick(&Command::ALL);
    let mut case = Case {
        model: position,
        command,
        before: (command != Command::Insert).then(|| row(dice, model)).flatten(),
        after: None,
        auth: caller(dice),
        nulls: dice.once_in(2),
    };
    match command {
        Command::Insert => case.after = Some(new(dice, model)?),
        Command::Update => case.after = Some(changed(dice, model, case.before.as_ref()?)),
        Command::Select | Command::Delete => {
            case.before.as_ref()?;
        }
    }
    Some(case)
}

/// The fields whose values a test chooses.
pub(crate) fn body(model: &ModelDef) -> impl Iterator<Item = &Field> {
    let is_time = |field: &Field| field.is_created_at() || field.is_updated_at();
    model.fields.iter().filter(move |field| field.document.is_some() && !is_time(field))
}

/// A row that breaks no rule.
pub(crate) fn row(dice: &mut Dice, model: &ModelDef) -> Option<Row> {
    (0..20).find_map(|_| {
        let mut row = ids(dice);
        for field in body(model) {
            row.insert(field.name.to_string(), valid(dice, field)?);
        }
        rust::is_valid(model, &row).then_some(row)
    })
}

fn ids(dice: &mut Dice) -> Row {
    let id = if dice.once_in(3) { uuid(dice.roll(4)) } else { uuid(1_000 + dice.roll(1 << 40)) };
    let ids = [("id", id), ("team_id", uuid(dice.roll(3)))];
    ids.into_iter().map(|(name, id)| (name.to_owned(), Value::Uuid(id))).collect()
}

fn valid(dice: &mut Dice, field: &Field) -> Option<Value> {
    if field.nullable && dice.once_in(4) {
        return Some(Value::Null);
    }
    (0..50).map(|_| any(dice, field)).find(|value| rust::keeps_all(field, value))
}

/// A row to insert: mostly as it should be, sometimes with a value that may
/// be wrong, without one that must be there, with one of the server's, or
/// with an id of another form.
fn new(dice: &mut Dice, model: &ModelDef) -> Option<Row> {
    let mut row = row(dice, model)?;
    for field in body(model).filter(|field| field.server) {
        row.insert(field.name.to_string(), Value::Null);
    }
    let fields: Vec<&Field> = body(model).collect();
    let field = dice.pick(&fields);
    match dice.roll(8) {
        0..=2 if !field.server => row.insert(field.name.to_string(), any(dice, field)),
        3 if !field.nullable => row.remove(&*field.name),
        3 if dice.once_in(2) => row.insert("id".to_owned(), Value::from("draft")),
        4 if field.server => row.insert(field.name.to_string(), any(dice, field)),
        _ => None,
    };
    Some(row)
}

/// The row after a change of some fields.
fn changed(dice: &mut Dice, model: &ModelDef, before: &Row) -> Row {
    let mut row = before.clone();
    let free: Vec<&Field> = body(model).filter(|field| field.updatable_by_clients()).collect();
    for _ in 0..=dice.roll(3) {
        let field = dice.pick(&free);
        let value = if dice.once_in(3) { Some(any(dice, field)) } else { valid(dice, field) };
        row.extend(value.map(|value| (field.name.to_string(), value)));
    }
    let fields: Vec<&Field> = body(model).collect();
    let field = dice.pick(&fields);
    match dice.roll(10) {
        0 if !field.nullable => {
            row.remove(&*field.name);
        }
        1 | 2 if !field.updatable_by_clients() => {
            let value = valid(dice, field);
            row.extend(value.map(|value| (field.name.to_string(), value)));
        }
        _ => {}
    }
    row
}

/// Nobody, or a user with claims of every type.
fn caller(dice: &mut Dice) -> Auth {
    if dice.once_in(6) {
        return Auth::anonymous();
    }
    let mut auth = Auth::user(Id::from_uuid(uuid(dice.roll(4))));
    if dice.once_in(2) {
        auth = auth.with_email(dice.pick(&TEXTS));
    }
    for _ in 0..dice.roll(4) {
        let path = dice.pick(&CLAIMS).join(".");
        auth = auth.with_claim(&path, claimed(dice));
    }
    auth
}

fn claimed(dice: &mut Dice) -> ClaimValue {
    match dice.roll(10) {
        0 => ClaimValue::Bool(dice.once_in(2)),
        1 | 2 => ClaimValue::Int(dice.roll(5) as i64 - 2),
        3 => ClaimValue::Float(dice.pick(&[0.1, 2.0])),
        4 => ClaimValue::Null,
        5 => ClaimValue::from(uuid(dice.roll(4))),
        6 => ClaimValue::Text(uuid(dice.roll(4)).to_string().to_uppercase()),
        7 => ClaimValue::List(vec![dice.pick(&TEXTS).into()]),
        // Not the empty one: under an empty id Google's emulator finds neither
        // that there is a member, nor that there is none (docs/differences.md).
        _ => ClaimValue::from(dice.pick(&TEXTS[1..])),
    }
}

/// The members of teams, who are there.
pub(crate) fn members() -> Vec<Row> {
    let row = |user: usize, team: usize, role: Option<&str>, level: Option<i64>| {
        let of = |number| Value::Uuid(uuid(number));
        let values = [
            ("user_id", of(user)),
            ("team_id", of(team)),
            ("role", role.into()),
            ("level", level.into()),
        ];
        values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    };
    vec![
        row(0, 0, Some("a"), Some(1)),
        row(1, 0, None, Some(2)),
        row(2, 1, Some("ä"), None),
        row(1_000, 2, Some("draft"), Some(0)),
    ]
}
