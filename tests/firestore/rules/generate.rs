//! Schemas at random, some at the very edges of what rules may be: names and
//! texts that try to break out, every type, rules that are deep or long,
//! collections inside one another as deep as they go.

use models_core::schema::{
    Access, CollectionPath, Expr, Field, ModelDef, Node, Operand, Operator, Precision, Rule,
    Schema, Text, Type,
};
use models_tests::build::{all_of, any_of, array, compare, equal, is_caller, labels, text};
use models_tests::documents::{ancestor, body, document_id, model, path, refers};
use proptest::collection::vec;
use proptest::prelude::*;

/// Parts of names and texts.
const PARTS: &[&str] = &[
    "a",
    "Order",
    "_",
    "1",
    " ",
    "'",
    "\"",
    "\\",
    "\n",
    "\r",
    "*/",
    "//",
    "{",
    "}",
    "$(",
    ")",
    ";",
    "`",
    ".",
    "ä",
    "漢",
    "🦀",
    "\u{202e}",
    "\u{2028}",
    "\u{0}",
    "</own>",
    "<own name=\"/\">",
    "%",
];

/// Names that mean something.
const WORDS: &[&str] = &[
    "service",
    "in",
    "is",
    "match",
    "function",
    "request",
    "resource",
    "d",
    "keys",
    "size",
    "data",
    "get",
    "true",
    "null",
    "__proto__",
    "rules_version",
    "if",
    "path",
    "database",
];

/// Numbers to draw from; zeros when they are used up.
pub(super) struct Dice(std::vec::IntoIter<u16>);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        usize::from(self.0.next().unwrap_or(0)) % sides
    }

    fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.roll(list.len())].clone()
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.roll(times) == times - 1
    }

    fn text(&mut self, most: usize) -> String {
        (0..=self.roll(most)).map(|_| self.pick(PARTS)).collect()
    }

    fn name(&mut self) -> String {
        match self.roll(6) {
            0 => self.pick(WORDS).to_owned(),
            1 | 2 => self.text(5),
            // As long as a name can be.
            3 if self.once_in(8) => "n".repeat(1_500),
            _ => "plain".to_owned(),
        }
    }
}

/// Schemas with so many collections.
pub(crate) fn schemas(collections: std::ops::Range<usize>) -> impl Strategy<Value = Schema> {
    vec(vec(any::<u16>(), 20..300), collections).prop_map(from_numbers)
}

fn from_numbers(numbers: Vec<Vec<u16>>) -> Schema {
    let mut models: Vec<ModelDef> = Vec::new();
    for (number, numbers) in numbers.into_iter().enumerate() {
        let mut dice = Dice(numbers.into_iter());
        let model = collection(number, &mut dice, &models);
        models.push(model);
    }
    Schema { models: models.into() }
}

/// Where the documents of a model are.
pub(super) fn of(model: &ModelDef) -> &CollectionPath {
    &model.collection.as_ref().unwrap().path
}

fn collection(number: usize, dice: &mut Dice, above: &[ModelDef]) -> ModelDef {
    // Below one that is there, as deep as matches go, or at the top.
    let parent = above.get(dice.roll(above.len() + 1)).or(above.last());
    let parent = parent.map(of).filter(|parent| parent.depth() < 9 && !dice.once_in(6));
    let name = format!("{}{number}", dice.pick(&["Thing", "Ding", "Été", "NewThing"]));
    let own = path(&name, &format!("things{number}"), parent);
    let kind = dice.pick(&[Type::DocumentId, Type::Uid, Type::Uuid]);
    let mut fields = vec![document_id("id", kind)];
    if let Some(parent) = parent {
        fields.push(ancestor("parent", Type::DocumentId, parent));
    }
    for i in 0..dice.roll(20) {
        let field = field(i, dice);
        fields.push(field);
    }
    if !dice.once_in(4) {
        fields.push(body("created_at", "createdAt", Type::Timestamp, false));
        fields.push(body("updated_at", "updatedAt", Type::Timestamp, false));
    }
    let mut model = model(&name, &own, fields);
    model.doc = Text::Owned(dice.text(20));
    let rule = |dice: &mut Dice| Rule::new(rule(dice, &model, above, 5));
    let [select, insert, update, delete] = [(); 4].map(|()| rule(dice));
    model.access = Access { select, insert, update, delete };
    if let Some(collection) = model.collection.as_mut().filter(|_| dice.once_in(4)) {
        collection.group = true;
        model.access.select = Rule::new(any_of([Expr::Authenticated, model.access.select.allow]));
    }
    model
}

fn field(number: usize, dice: &mut Dice) -> Field {
    let kind = kind(dice);
    let mut field = body("", "", kind, dice.once_in(2));
    field.name = format!("field{number}").into();
    // The number makes it one of its own.
    field.document = Some(format!("{}{number}", dice.name()).into());
    if number == 0 {
        field.document = Some(dice.name().into());
    }
    field.immutable = dice.once_in(4);
    field.server = dice.once_in(4) || field.kind.dimensions().is_some();
    field.precision =
        dice.once_in(2).then_some(Precision { precision: 12, scale: dice.pick(&[0, 2, 12]) });
    field
}

fn kind(dice: &mut Dice) -> Type {
    let of_labels = |dice: &mut Dice| {
        let mut all: Vec<String> = (0..=dice.roll(5)).map(|_| dice.text(4)).collect();
        all.sort();
        all.dedup();
        labels("label", &all.iter().map(String::as_str).collect::<Vec<_>>(), false)
    };
    match dice.roll(24) {
        0 => Type::Bool,
        1 => Type::I16,
        2 => Type::I32,
        3 => Type::I64,
        4 => Type::F32,
        5 => Type::F64,
        6 => Type::Decimal,
        7 | 8 => Type::Text,
        9 => Type::Uuid,
        10 => Type::Uid,
        11 => Type::DocumentId,
        12 => Type::Reference,
        13 => Type::GeoPoint,
        14 => Type::Timestamp,
        15 => Type::Date,
        16 => Type::Time,
        17 => Type::Interval,
        18 => Type::Json,
        19 => Type::Bytes,
        20 => Type::Network,
        21 => of_labels(dice),
        22 => match kind(dice) {
            Type::Array(_) | Type::Map(_) | Type::Vector(_) => array(Type::Bool),
            element if dice.once_in(2) => array(element),
            element => Type::Map(Node::from(element)),
        },
        _ => Type::Vector(3),
    }
}

fn rule(dice: &mut Dice, model: &ModelDef, above: &[ModelDef], depth: usize) -> Expr {
    let sides = if depth == 0 { 6 } else { 9 };
    let inner = |dice: &mut Dice| rule(dice, model, above, depth.saturating_sub(1));
    match dice.roll(sides) {
        0 => dice.pick(&[Expr::Anyone, Expr::Nobody, Expr::Service, Expr::Authenticated]),
        1 => equal(Operand::Email, text(&dice.text(6))),
        2 => exists(dice, above),
        3 | 4 => about(dice, model),
        5 => is_caller("id"),
        6 => all_of((0..dice.roll(5)).map(|_| inner(dice)).collect::<Vec<_>>()),
        7 => any_of((0..dice.roll(5)).map(|_| inner(dice)).collect::<Vec<_>>()),
        _ => Expr::Not(inner(dice).into()),
    }
}

fn about(dice: &mut Dice, model: &ModelDef) -> Expr {
    let field = dice.pick(&model.fields);
    let operand = Operand::Field(field.name.clone());
    match &field.kind {
        Type::Bool => Expr::Holds(operand),
        Type::Text => Expr::In(operand, (0..dice.roll(60)).map(|_| text(&dice.text(4))).collect()),
        Type::Uuid => equal(operand, models_tests::build::claim(&["it's", "a\n", "b"])),
        Type::Timestamp => compare(operand, Operator::Lt, Operand::Now),
        _ if dice.once_in(2) => Expr::IsNone(operand),
        _ => Expr::IsSome(operand),
    }
}

/// A document at the top, by an id of any characters.
fn exists(dice: &mut Dice, above: &[ModelDef]) -> Expr {
    let at_top: Vec<&ModelDef> = above.iter().filter(|model| of(model).depth() == 1).collect();
    let Some(other) = at_top.get(dice.roll(at_top.len().max(1))) else {
        return Expr::Authenticated;
    };
    let kind = &other.key().unwrap().kind;
    let id = match kind {
        Type::Uuid => Operand::Uid,
        _ if dice.once_in(2) => Operand::Uid,
        _ => text(&format!("x{}", dice.text(3).replace('/', ""))),
    };
    refers(of(other), vec![("id", id)])
}
