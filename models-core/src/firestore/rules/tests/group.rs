//! Collections that are read together.

use super::{any, at, equal, id, member, model, path, post, schema, teams};
use crate::firestore::ErrorKind;
use crate::firestore::rules::Rules;
use crate::schema::{Expr, ModelDef, Operand, Rule, Type};

fn read_together(rule: Expr, also: Option<ModelDef>) -> Result<String, ErrorKind> {
    let mut post = post();
    post.access.select = Rule::new(rule);
    if let Some(collection) = &mut post.collection {
        collection.group = true;
    }
    let member = model(
        &path("Member", "members", Some(&teams())),
        vec![id(Type::Uid), super::above("team_id", &teams())],
    );
    let schema = schema([post, member].into_iter().chain(also).collect());
    let text = Rules::new(&schema).map_err(|error| error.kind)?.to_text();
    let group = text.split_once("match /{path=**}").map(|(_, group)| group.to_owned());
    Ok(group
        .and_then(|group| group.lines().nth(1).map(str::trim).map(str::to_owned))
        .unwrap_or_default())
}

fn of_team() -> Expr {
    member([("team_id", at("team_id")), ("id", Operand::Uid)])
}

#[test]
fn what_asks_for_the_documents_above_is_left_out() {
    let own = equal(at("author"), Operand::Uid);
    assert_eq!(
        read_together(any([own, of_team()]), None).as_deref(),
        Ok("allow get, list: if resource.data.author == request.auth.uid;")
    );
    let not = Expr::Not(of_team().into());
    assert_eq!(read_together(not, None), Err(ErrorKind::Group));
    assert_eq!(read_together(of_team(), None), Err(ErrorKind::Group));
    // Nobody reads it anyway.
    assert_eq!(read_together(Expr::Service, None).as_deref(), Ok(""));
}

#[test]
fn the_name_belongs_to_one_model() {
    let other = model(&path("Other", "posts", None), vec![id(Type::DocumentId)]);
    let error = read_together(Expr::Authenticated, Some(other));
    assert_eq!(error, Err(ErrorKind::GroupName("Other".to_owned())));
}

#[test]
fn both_rules_are_paid_for() {
    let mut post = post();
    post.access.select = Rule::new(Expr::Authenticated);
    let cost = |post: &ModelDef| {
        let schema = schema(vec![post.clone()]);
        Rules::new(&schema).map(|rules| rules.costs()[0].expressions)
    };
    assert_eq!(cost(&post), Ok(4));
    if let Some(collection) = &mut post.collection {
        collection.group = true;
    }
    assert_eq!(cost(&post), Ok(8));
}
