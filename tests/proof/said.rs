//! A model in the words of its attributes, for a report.

use std::fmt::Write as _;

use ::backend_models::schema::{
    Check, Comparison, Count, Expr, Field, Limit, Limits, Literal, ModelDef, Operand, Operator,
    Type, ValueRule,
};

/// The declaration, as far as it says something.
pub(crate) fn model(model: &ModelDef) -> String {
    let mut text = String::new();
    let access = &model.access;
    for (command, rule) in [
        ("select", &access.select),
        ("insert", &access.insert),
        ("update", &access.update),
        ("delete", &access.delete),
    ] {
        writeln!(text, "#[access({command} = {})]", expr(&rule.allow)).unwrap();
    }
    for rule in &*model.rules {
        writeln!(text, "#[validate({})]", expr(&rule.holds)).unwrap();
    }
    writeln!(text, "struct {} {{", model.name).unwrap();
    for it in &*model.fields {
        text += &field(it);
    }
    text + "}"
}

fn field(field: &Field) -> String {
    let mut text = String::new();
    for rule in &*field.rules {
        writeln!(text, "    #[validate({})]", check(rule)).unwrap();
    }
    let marks = [
        (field.key.is_some(), "id"),
        (field.ancestor.is_some(), "parent"),
        (field.immutable && field.ancestor.is_none(), "immutable"),
        (field.server, "server"),
    ];
    let marks: Vec<&str> = marks.into_iter().filter_map(|(is, mark)| is.then_some(mark)).collect();
    if !marks.is_empty() {
        writeln!(text, "    #[model({})]", marks.join(", ")).unwrap();
    }
    let kind = kind(&field.kind);
    let kind = if field.nullable { format!("Option<{kind}>") } else { kind };
    writeln!(text, "    {}: {kind},", field.name).unwrap();
    text
}

fn kind(kind: &Type) -> String {
    match kind {
        Type::Array(of) => format!("Vec<{}>", self::kind(of)),
        Type::Enum(of) => format!("enum {:?}", of.labels),
        other => format!("{other:?}"),
    }
}

fn check(rule: &ValueRule) -> String {
    let end = |Limit { value, excluded }: &Limit, open: &str, closed: &str| {
        format!("{} = {}", if *excluded { open } else { closed }, literal(value))
    };
    match &rule.check {
        Check::Length(Count { min, max }) => format!("length(min = {min:?}, max = {max:?})"),
        Check::Items(Count { min, max }) => format!("items(min = {min:?}, max = {max:?})"),
        Check::Range(Limits { min, max }) => {
            let min = min.iter().map(|it| end(it, "above", "min"));
            let ends = min.chain(max.iter().map(|it| end(it, "below", "max")));
            format!("range({})", ends.collect::<Vec<_>>().join(", "))
        }
        Check::Each(rules) => {
            format!("each({})", rules.iter().map(check).collect::<Vec<_>>().join(", "))
        }
        Check::OneOf(options) => {
            format!("one_of({})", options.iter().map(literal).collect::<Vec<_>>().join(", "))
        }
        other => format!("{other:?}"),
    }
}

/// A condition as the derive reads it.
pub(crate) fn expr(of: &Expr) -> String {
    let joined = |parts: &[Expr], sign: &str, none: &str| match parts {
        [] => none.to_owned(),
        parts => format!("({})", parts.iter().map(expr).collect::<Vec<_>>().join(sign)),
    };
    match of {
        Expr::Anyone => "anyone".to_owned(),
        Expr::Authenticated => "authenticated".to_owned(),
        Expr::Nobody => "nobody".to_owned(),
        Expr::Service => "service".to_owned(),
        Expr::And(parts) => joined(parts, " && ", "true"),
        Expr::Or(parts) => joined(parts, " || ", "false"),
        Expr::Not(inner) => format!("!({})", expr(inner)),
        Expr::Compare(Comparison { left, operator, right }) => {
            format!("{} {} {}", operand(left), sign(*operator), operand(right))
        }
        Expr::IsNone(of) => format!("{}.is_none()", operand(of)),
        Expr::IsSome(of) => format!("{}.is_some()", operand(of)),
        Expr::In(of, options) => {
            let options: Vec<String> = options.iter().map(operand).collect();
            format!("{} in [{}]", operand(of), options.join(", "))
        }
        Expr::Holds(of) => operand(of),
        Expr::Exists(membership) => {
            let conditions = membership.conditions.iter();
            let conditions = conditions.map(|it| format!("{}: {}", it.field, operand(&it.equals)));
            let conditions = conditions.collect::<Vec<_>>().join(", ");
            format!("exists({} {{ {conditions} }})", membership.model.model)
        }
        Expr::Sql(text) => format!("sql({text:?})"),
        Expr::Rules(text) => format!("rules({text:?})"),
    }
}

fn operand(of: &Operand) -> String {
    match of {
        Operand::Field(name) => name.to_string(),
        Operand::Literal(it) => literal(it),
        Operand::Uid => "auth.uid()".to_owned(),
        Operand::Role => "auth.role()".to_owned(),
        Operand::Email => "auth.email()".to_owned(),
        Operand::Claim(path) => format!("auth.claim({:?})", path.join(".")),
        Operand::Now => "auth.now()".to_owned(),
    }
}

fn literal(of: &Literal) -> String {
    match of {
        Literal::Bool(it) => it.to_string(),
        Literal::Int(it) => it.to_string(),
        Literal::Float(it) => format!("{it:?}"),
        Literal::Text(it) => format!("{it:?}"),
    }
}

const fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Eq => "==",
        Operator::Ne => "!=",
        Operator::Lt => "<",
        Operator::Le => "<=",
        Operator::Gt => ">",
        Operator::Ge => ">=",
    }
}
