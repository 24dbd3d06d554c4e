//! Makes a disagreement small: whatever can go and leave it one, goes.

use ::backend_models::access::{Auth, Value};
use ::backend_models::schema::{Expr, Field, ModelDef, Rule, Type};

use super::case::{Case, Command, body};
use super::places::{printed, rust};
use crate::places::{Batch, Place};

/// Models, and a decision on one of them.
type One = (Vec<ModelDef>, Case);

/// How many smaller ones are tried at most.
const ATTEMPTS: usize = 600;

/// The smallest case found about which the place and Rust disagree.
pub(crate) fn shrink(models: &[ModelDef], case: &Case, place: &mut dyn Place) -> One {
    let mut best = (models.to_vec(), case.clone());
    let mut attempts = 0;
    loop {
        let smaller = smaller(&best).into_iter().find(|one| {
            attempts += 1;
            attempts <= ATTEMPTS && disagrees(one, place)
        });
        match smaller {
            Some(one) => best = one,
            None => return best,
        }
    }
}

/// Whether it can be asked, and Rust and the place disagree about it.
fn disagrees((models, case): &One, place: &mut dyn Place) -> bool {
    let model = &models[case.model];
    let is_sound = case.before.iter().all(|row| {
        rust::is_valid(model, row)
            && body(model).all(|field| field.nullable || !rust::value(row, field).is_null())
    });
    let can_change = body(model).any(Field::updatable_by_clients);
    if !is_sound || !can_change || models.iter().any(|it| printed::refusal(it).is_some()) {
        return false;
    }
    let batch = Batch::new(models.clone(), vec![case.clone()]);
    !place.ask(&batch)[0].agrees(rust::allows(model, case))
}

fn smaller((models, case): &One) -> Vec<One> {
    // What fails as a whole may fail for any of the models.
    let alone = (0..models.len()).filter(|_| models.len() > 1).flat_map(|at| {
        let own = (vec![models[case.model].clone()], Case { model: 0, ..case.clone() });
        let mut fewer = (models.clone(), case.clone());
        fewer.0.remove(at);
        fewer.1.model -= usize::from(at < case.model);
        [Some(own).filter(|_| at == 0), (at != case.model).then_some(fewer)]
    });
    let mut all: Vec<One> = alone.flatten().collect();
    for (at, model) in models.iter().enumerate() {
        let commands = if at == case.model { vec![case.command] } else { Command::ALL.to_vec() };
        for smaller in smaller_models(model, &commands) {
            let mut models = models.clone();
            models[at] = smaller;
            all.push((models, case.clone()));
        }
    }
    let cases = cases(&models[case.model], case);
    all.extend(cases.into_iter().map(|case| (models.clone(), case)));
    all
}

fn smaller_models(model: &ModelDef, commands: &[Command]) -> Vec<ModelDef> {
    let mut all = Vec::new();
    let mut with = |change: &dyn Fn(&mut ModelDef)| {
        let mut smaller = model.clone();
        change(&mut smaller);
        if smaller != *model {
            all.push(smaller);
        }
    };
    for of in Command::ALL {
        if commands.contains(&of) || of == Command::Select {
            for simpler in simpler(&rule(model, of).allow) {
                with(&|model| rule_mut(model, of).allow = simpler.clone());
            }
        } else {
            with(&|model| rule_mut(model, of).allow = Expr::Nobody);
        }
    }
    for at in 0..model.rules.len() {
        with(&|model| drop(model.rules.to_mut().remove(at)));
        for simpler in simpler(&model.rules[at].holds) {
            with(&|model| model.rules.to_mut()[at].holds = simpler.clone());
        }
    }
    for (at, field) in model.fields.iter().enumerate() {
        if field.key.is_none() && field.ancestor.is_none() {
            with(&|model| drop(model.fields.to_mut().remove(at)));
        }
        for rule in 0..field.rules.len() {
            with(&|model| drop(model.fields.to_mut()[at].rules.to_mut().remove(rule)));
        }
        if field.ancestor.is_none() {
            with(&|model| model.fields.to_mut()[at].immutable = false);
        }
        with(&|model| model.fields.to_mut()[at].server = false);
    }
    all
}

fn rule(model: &ModelDef, command: Command) -> &Rule {
    match command {
        Command::Select => &model.access.select,
        Command::Insert => &model.access.insert,
        Command::Update => &model.access.update,
        Command::Delete => &model.access.delete,
    }
}

fn rule_mut(model: &mut ModelDef, command: Command) -> &mut Rule {
    match command {
        Command::Select => &mut model.access.select,
        Command::Insert => &mut model.access.insert,
        Command::Update => &mut model.access.update,
        Command::Delete => &mut model.access.delete,
    }
}

/// Conditions with less in them.
fn simpler(expr: &Expr) -> Vec<Expr> {
    if matches!(expr, Expr::Anyone | Expr::Nobody) {
        return Vec::new();
    }
    let mut all = vec![Expr::Anyone, Expr::Nobody];
    let mut lists = |parts: &[Expr], whole: &dyn Fn(Vec<Expr>) -> Expr| {
        all.extend(parts.iter().cloned());
        for at in 0..parts.len() {
            let mut fewer = parts.to_vec();
            fewer.remove(at);
            all.push(whole(fewer));
        }
        for (at, part) in parts.iter().enumerate() {
            for simpler in simpler(part) {
                let mut parts = parts.to_vec();
                parts[at] = simpler;
                all.push(whole(parts));
            }
        }
    };
    match expr {
        Expr::And(parts) => lists(parts, &|parts| Expr::And(parts.into())),
        Expr::Or(parts) => lists(parts, &|parts| Expr::Or(parts.into())),
        Expr::Not(inner) => {
            all.push((**inner).clone());
            all.extend(simpler(inner).into_iter().map(|inner| Expr::Not(inner.into())));
        }
        Expr::In(operand, options) => all.extend((0..options.len()).map(|at| {
            let mut fewer = options.to_vec();
            fewer.remove(at);
            Expr::In(operand.clone(), fewer.into())
        })),
        Expr::Exists(membership) => all.extend((0..membership.conditions.len()).map(|at| {
            let mut fewer = membership.clone();
            fewer.conditions.to_mut().remove(at);
            Expr::Exists(fewer)
        })),
        _ => {}
    }
    all
}

fn cases(model: &ModelDef, case: &Case) -> Vec<Case> {
    let mut all = Vec::new();
    let callers =
        [Auth::anonymous()].into_iter().chain(case.auth.uid().into_iter().flat_map(|id| {
            let role = case.auth.claim(&["role"]).cloned();
            let with_role = role.map(|role| Auth::user(id).with_claim("role", role));
            [Some(Auth::user(id)), with_role].into_iter().flatten()
        }));
    let size = |auth: &Auth| auth.jwt_claims().len();
    let callers = callers.filter(|auth| size(auth) < size(&case.auth));
    all.extend(callers.map(|auth| Case { auth, ..case.clone() }));
    if case.nulls {
        all.push(Case { nulls: false, ..case.clone() });
    }
    for field in body(model) {
        for is_after in [false, true] {
            let row = if is_after { &case.after } else { &case.before };
            let Some(row) = row else { continue };
            for value in less(rust::value(row, field), field) {
                let mut smaller = case.clone();
                let rows = [&mut smaller.before, &mut smaller.after];
                // Of both rows, so that a change stays as small as it is.
                for (is_second, row) in [false, true].into_iter().zip(rows) {
                    let is_same =
                        case.before.as_ref().zip(case.after.as_ref()).is_some_and(|(a, b)| {
                            format!("{:?}", a.get(&*field.name))
                                == format!("{:?}", b.get(&*field.name))
                        });
                    if let Some(row) = row.as_mut().filter(|_| is_same || is_second == is_after) {
                        row.insert(field.name.to_string(), value.clone());
                    }
                }
                all.push(smaller);
            }
        }
    }
    all
}

/// Values with less in them.
fn less(value: &Value, field: &Field) -> Vec<Value> {
    let mut all = if field.nullable && !value.is_null() { vec![Value::Null] } else { Vec::new() };
    match value {
        Value::Int(it) if *it != 0 => all.extend([Value::Int(0), Value::Int(it / 2)]),
        Value::Float(it) if *it != 0.0 => all.push(Value::Float(0.0)),
        Value::Bytes(it) if !it.is_empty() => {
            all.extend([vec![], it[1..].to_vec()].map(Value::Bytes));
        }
        Value::List(it) if !it.is_empty() => {
            all.extend([vec![], it[1..].to_vec()].map(Value::List));
        }
        Value::Text(it) if !it.is_empty() && !matches!(field.kind, Type::Enum(_)) => {
            let letters: Vec<char> = it.chars().collect();
            let plain = "a".repeat(letters.len());
            let half: String = letters[..letters.len() / 2].iter().collect();
            let shorter: String = letters[1..].iter().collect();
            let texts = [String::new(), half, shorter, plain];
            all.extend(texts.into_iter().filter(|text| text != it).map(Value::Text));
        }
        _ => {}
    }
    all
}
