//! A condition as `pg_get_expr` prints it: all parentheses, all types.

use models_core::postgres::TableModel;
use models_core::schema::{Comparison, Expr, Literal, Operand, Operator, Type};

use super::Names;

/// The condition on a row of the table. Knows what the generator makes.
pub(super) fn described(expr: &Expr, stored: TableModel<'_>, names: &Names) -> String {
    Printer { stored, names }.expr(expr)
}

struct Printer<'p> {
    stored: TableModel<'p>,
    names: &'p Names,
}

impl Printer<'_> {
    fn expr(&self, expr: &Expr) -> String {
        match expr {
            Expr::Anyone => "true".to_owned(),
            Expr::Nobody | Expr::Service => "false".to_owned(),
            Expr::Authenticated => "(( SELECT auth.uid() AS uid) IS NOT NULL)".to_owned(),
            Expr::And(parts) => self.joined(parts, expr, " AND ", "true"),
            Expr::Or(parts) => self.joined(parts, expr, " OR ", "false"),
            Expr::Not(inner) => format!("(NOT {})", self.expr(inner)),
            Expr::Compare(Comparison { left, operator, right }) => {
                let sign = match operator {
                    Operator::Eq => "=",
                    Operator::Ne => "<>",
                    Operator::Lt => "<",
                    Operator::Le => "<=",
                    Operator::Gt => ">",
                    Operator::Ge => ">=",
                };
                let ordered = !matches!(operator, Operator::Eq | Operator::Ne);
                let (mut left, right) = (self.operand(left, right), self.operand(right, left));
                if ordered && right.ends_with("::text") {
                    left = format!("({left} COLLATE \"C\")");
                }
                format!("({left} {sign} {right})")
            }
            Expr::IsNone(operand) => format!("({} IS NULL)", self.operand(operand, operand)),
            Expr::IsSome(operand) => format!("({} IS NOT NULL)", self.operand(operand, operand)),
            Expr::In(operand, options) => {
                let options: Vec<_> = options.iter().map(|o| self.operand(o, operand)).collect();
                let operand = self.operand(operand, operand);
                match options.as_slice() {
                    [] => "false".to_owned(),
                    [one] => format!("({operand} = {one})"),
                    _ => format!("({operand} = ANY (ARRAY[{}]))", options.join(", ")),
                }
            }
            Expr::Holds(operand) => self.operand(operand, operand),
            Expr::Exists(membership) => {
                let row =
                    membership.conditions.iter().find_map(|condition| match &condition.equals {
                        Operand::Field(field) => Some(field),
                        _ => None,
                    });
                let Some(field) = row else { return "( SELECT helper)".to_owned() };
                let column = self.operand(&Operand::Field(field.clone()), &Operand::Now);
                let any = format!("({column} = ANY (ARRAY( SELECT helper)))");
                if self.stored.model.field(field).unwrap().nullable {
                    format!("(({column} IS NOT NULL) AND {any})")
                } else {
                    any
                }
            }
            Expr::Sql(sql) => sql.to_string(),
            Expr::Rules(_) => panic!("no rule of a table is in the language of Firestore"),
        }
    }

    /// The server flattens an `and` in an `and`, and a list of one.
    fn joined(&self, parts: &[Expr], of: &Expr, word: &str, empty: &str) -> String {
        match parts {
            [] => empty.to_owned(),
            [one] => self.expr(one),
            parts => {
                let parts: Vec<_> = parts.iter().map(|part| self.flat(part, of)).collect();
                format!("({})", parts.join(word))
            }
        }
    }

    fn flat(&self, part: &Expr, of: &Expr) -> String {
        let printed = self.expr(part);
        let inside = |printed: &str| printed[1..printed.len() - 1].to_owned();
        match (part, of) {
            (Expr::And(parts) | Expr::Or(parts), _) if parts.len() == 1 => self.flat(&parts[0], of),
            (Expr::And(parts), Expr::And(_)) | (Expr::Or(parts), Expr::Or(_))
                if parts.len() > 1 =>
            {
                inside(&printed)
            }
            (Expr::Exists(_), Expr::And(_)) if printed.contains(" AND ") => inside(&printed),
            _ => printed,
        }
    }

    fn operand(&self, operand: &Operand, beside: &Operand) -> String {
        match operand {
            Operand::Field(field) => {
                let column = self.stored.model.field(field).unwrap().column.as_ref().unwrap();
                self.names.quoted(column).to_owned()
            }
            Operand::Literal(Literal::Bool(bool)) => bool.to_string(),
            Operand::Literal(Literal::Int(int)) if *int < 0 => {
                format!("'-{}'::integer", int.unsigned_abs())
            }
            Operand::Literal(Literal::Int(int)) => int.to_string(),
            Operand::Literal(Literal::Float(float)) => float.to_string(),
            Operand::Literal(Literal::Text(text)) => {
                format!("'{}'::{}", text.replace('\'', "''"), self.text_type(beside))
            }
            Operand::Uid => "( SELECT auth.uid() AS uid)".to_owned(),
            Operand::Role => "( SELECT auth.role() AS role)".to_owned(),
            Operand::Email => "( SELECT auth.email() AS email)".to_owned(),
            Operand::Now => "( SELECT now() AS now)".to_owned(),
            Operand::Claim(path) => self.claim(path, beside),
        }
    }

    /// The type that a text takes on beside a value.
    fn text_type(&self, beside: &Operand) -> String {
        let Operand::Field(field) = beside else { return "text".to_owned() };
        match &self.stored.model.field(field).unwrap().kind {
            Type::Enum(of) if of.native => format!("public.{}", self.names.quoted(&of.name)),
            _ => "text".to_owned(),
        }
    }

    fn claim(&self, path: &[models_core::schema::Text], beside: &Operand) -> String {
        let (guard, value) = match beside {
            Operand::Literal(Literal::Text(_)) | Operand::Role | Operand::Email => {
                ("string", "(jwt.claim #>> '{}'::text[])")
            }
            Operand::Literal(Literal::Int(_)) => ("number", "(jwt.claim)::numeric"),
            Operand::Field(field) => match &self.stored.model.field(field).unwrap().kind {
                Type::Decimal | Type::I64 => ("number", "(jwt.claim)::numeric"),
                _ => ("string", "(jwt.claim #>> '{}'::text[])"),
            },
            other => panic!("no claim beside {other:?}"),
        };
        let mut json = "(( SELECT auth.jwt() AS jwt) -> 'app_metadata'::text)".to_owned();
        for name in path {
            json = format!("({json} -> '{}'::text)", name.replace('\'', "''"));
        }
        format!(
            "( SELECT\n        CASE\n            WHEN (jsonb_typeof(jwt.claim) = '{guard}'::text) \
             THEN {value}\n            ELSE NULL::{}\n        END AS \"case\"\n   FROM ( SELECT {json} \
             AS \"?column?\") jwt(claim))",
            if guard == "number" { "numeric" } else { "text" }
        )
    }
}
