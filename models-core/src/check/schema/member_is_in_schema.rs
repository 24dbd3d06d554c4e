//! # `member_is_in_schema`
//!
//! A model that a rule asks about, as in
//! `exists(Membership { team_id, user_id: auth.uid() })`, is in the same
//! `schema![..]`.
//!
//! The policy calls a function that reads the rows of that model, and only its
//! description says in which columns they are. So this cannot be switched off:
//! list the model, or ask in SQL, with `sql("..")`.

use super::{ConstMessage, NameIndex, chars, is_listed, items, same};
use crate::schema::{Expr, Membership, ModelDef, Node, Rule};

/// Refuses a rule about a model that is not there.
#[must_use]
pub const fn member_is_in_schema<const N: usize>(
    models: &[ModelDef],
    names: &NameIndex<N>,
) -> ConstMessage {
    let mut message = ConstMessage::new();
    let mut i = 0;
    while i < models.len() {
        message = in_model(message, &models[i], names);
        i += 1;
    }
    if message.is_empty() {
        return message;
    }
    message.end(
        "\n  why: the policy could not be written\n  fix: list it in `schema![..]` too\n  convention: member_is_in_schema",
    )
}

/// Says once what several rules of a model ask about one after the other.
const fn in_model<const N: usize>(
    mut message: ConstMessage,
    model: &ModelDef,
    names: &NameIndex<N>,
) -> ConstMessage {
    let access = &model.access;
    let rules: [(&str, &Rule); 4] = [
        ("select", &access.select),
        ("insert", &access.insert),
        ("update", &access.update),
        ("delete", &access.delete),
    ];
    let mut said = "";
    let mut i = 0;
    while i < rules.len() {
        let (command, rule) = rules[i];
        if let Some(membership) = missing(&rule.allow, names)
            && !same(said, chars(&membership.model.model))
        {
            said = chars(&membership.model.model);
            message = message.finding(&[
                "the rule for `",
                command,
                "` of `",
                chars(&model.name),
                "` asks for rows of `",
                said,
                "`, which is not in this schema",
            ]);
        }
        i += 1;
    }
    message
}

/// The first question in a rule about a model that is not there.
const fn missing<'a, const N: usize>(
    expr: &'a Expr,
    names: &NameIndex<N>,
) -> Option<&'a Membership> {
    match expr {
        Expr::Exists(membership) if !is_there(membership, names) => Some(membership),
        Expr::And(parts) | Expr::Or(parts) => {
            let parts = items(parts);
            let mut i = 0;
            while i < parts.len() {
                if let Some(membership) = missing(&parts[i], names) {
                    return Some(membership);
                }
                i += 1;
            }
            None
        }
        Expr::Not(Node::Static(inner)) => missing(inner, names),
        // Built at run time, so in no constant.
        Expr::Not(Node::Owned(_))
        | Expr::Exists(_)
        | Expr::Anyone
        | Expr::Authenticated
        | Expr::Nobody
        | Expr::Service
        | Expr::Compare(_)
        | Expr::IsNone(_)
        | Expr::IsSome(_)
        | Expr::In(..)
        | Expr::Holds(_)
        | Expr::Sql(_)
        | Expr::Rules(_) => None,
    }
}

/// A model that did not compile has neither: its own error is enough.
const fn is_there<const N: usize>(membership: &Membership, names: &NameIndex<N>) -> bool {
    let model = &membership.model;
    let table = chars(&model.table).is_empty() || names.has_table(&model.schema, &model.table);
    table && is_listed(model.collection.as_ref(), names)
}

#[cfg(test)]
mod tests {
    use super::{NameIndex, member_is_in_schema};
    use crate::schema::{Access, Expr, List, Membership, ModelDef, ModelRef, Node, Rule, Text};

    const fn asks(model: &'static str, table: &'static str) -> Expr {
        let model = ModelRef {
            model: Text::Borrowed(model),
            schema: Text::Borrowed("public"),
            table: Text::Borrowed(table),
            collection: None,
        };
        Expr::Exists(Membership { model, conditions: List::Borrowed(&[]) })
    }

    const MEMBER: Expr = asks("Member", "members");
    static IN_ALL: [Expr; 2] = [Expr::Authenticated, MEMBER];
    static DENIED: Expr = MEMBER;
    static IN_ANY: [Expr; 2] = [Expr::Not(Node::Static(&DENIED)), Expr::Service];

    /// The message about a model with these rules, and no table.
    fn said(select: Expr, insert: Expr) -> Vec<String> {
        let [select, insert] = [select, insert].map(Rule::new);
        let [update, delete] = [Expr::Anyone, Expr::Nobody].map(Rule::new);
        let post = ModelDef {
            name: Text::Borrowed("Post"),
            doc: Text::Borrowed(""),
            table: None,
            collection: None,
            fields: List::Borrowed(&[]),
            rules: List::Borrowed(&[]),
            access: Access { select, insert, update, delete },
            allows: List::Borrowed(&[]),
        };
        let models = [post];
        let message = member_is_in_schema(&models, &NameIndex::<1>::of(&models));
        let lines = message.verdict().unwrap_or_default().lines();
        lines.filter(|line| !line.starts_with(' ')).map(str::to_owned).collect()
    }

    fn line(command: &str, model: &str) -> String {
        format!(
            "the rule for `{command}` of `Post` asks for rows of `{model}`, which is not in this schema"
        )
    }

    #[test]
    fn a_question_is_found_wherever_it_stands() {
        for rule in [MEMBER, Expr::And(List::Borrowed(&IN_ALL)), Expr::Or(List::Borrowed(&IN_ANY))]
        {
            assert_eq!(said(rule, Expr::Nobody), [line("select", "Member")]);
        }
        assert!(said(Expr::Anyone, Expr::Sql(Text::Borrowed("true"))).is_empty());
    }

    #[test]
    fn one_model_is_told_once_and_two_are_told_both() {
        assert_eq!(said(MEMBER, MEMBER), [line("select", "Member")]);
        let both = [line("select", "Member"), line("insert", "Ban")];
        assert_eq!(said(MEMBER, asks("Ban", "bans")), both);
    }

    #[test]
    fn a_model_that_did_not_compile_has_told_its_own() {
        assert!(said(asks("Member", ""), Expr::Nobody).is_empty());
    }
}
