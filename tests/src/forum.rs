//! A schema with a bit of everything, as a user might have it.

use models_core::schema::{
    Default, Distance, Expr, Field, Index, IndexPart, Key, Literal, Method, ModelDef, OnDelete,
    Operand, Operator, Schema, Table, Type, Unique,
};

use crate::build::{
    USER, access, all_of, any_of, array, at, claim, compare, equal, exists, field, id, is_caller,
    labels, model, optional, reference, text, times,
};

/// The schema; with vectors for servers that have pgvector.
pub fn forum(vectors: bool) -> Schema {
    let models = [profile(), team(), membership(), post(vectors), order()];
    Schema { models: models.to_vec().into() }
}

fn table(model: &mut ModelDef) -> &mut Table {
    model.table.as_mut().expect("every model here has a table")
}

fn with_times(mut fields: Vec<Field>) -> Vec<Field> {
    fields.extend(times());
    fields
}

fn profile() -> ModelDef {
    let mut profile = model(
        "Profile",
        "profiles",
        with_times(vec![
            field("id", Type::Uuid)
                .key(Key::Given)
                .references(USER, OnDelete::Cascade, true)
                .doc("The user's own id."),
            field("handle", Type::Text),
            optional("email", Type::Text).private(),
            field("languages", array(Type::Text)).default(Default::Empty),
        ]),
    );
    profile.doc = "A member of the site.\nIt's \"public\"; C:\\path $$ stays as it is.".into();
    table(&mut profile).uniques = vec![unique(&["handle"])].into();
    profile.access = access(Expr::Anyone, is_caller("id"), is_caller("id"), Expr::Nobody);
    profile
}

fn team() -> ModelDef {
    let mut team = model(
        "Team",
        "teams",
        with_times(vec![id(), field("name", Type::Text), optional("archived_at", Type::Timestamp)]),
    );
    table(&mut team).uniques =
        vec![Unique { filter: Some(Expr::IsNone(at("archived_at"))), ..unique(&["name"]) }].into();
    team.access = access(member_of("id"), Expr::Authenticated, Expr::Service, Expr::Service);
    team
}

fn membership() -> ModelDef {
    let mut membership = model(
        "Membership",
        "memberships",
        with_times(vec![
            id(),
            reference("team_id", "teams", OnDelete::Cascade).immutable(),
            field("user_id", Type::Uuid)
                .references(crate::build::parent("profiles"), OnDelete::Cascade, true)
                .immutable(),
            field("role", labels("team_role", &["member", "owner"], true))
                .default(Default::Value(Literal::Text("member".into()))),
        ]),
    );
    table(&mut membership).uniques = vec![unique(&["team_id", "user_id"])].into();
    membership.access = access(
        member_of("team_id"),
        owner_of("team_id"),
        owner_of("team_id"),
        any_of([is_caller("user_id"), owner_of("team_id")]),
    );
    membership
}

fn post(vectors: bool) -> ModelDef {
    let mut fields = vec![
        id(),
        reference("author_id", "profiles", OnDelete::Cascade).immutable().default(Default::Uid),
        optional("team_id", Type::Uuid).references(
            crate::build::parent("teams"),
            OnDelete::SetNull,
            true,
        ),
        optional("reply_to_id", Type::Uuid).references(
            crate::build::parent("posts"),
            OnDelete::SetNull,
            true,
        ),
        field("title", Type::Text).doc("What it's about."),
        field("status", labels("post_status", &["draft", "published", "archived"], false))
            .default(Default::Value(Literal::Text("draft".into()))),
        field("tags", array(labels("tag", &["news", "help"], false))).default(Default::Empty),
        field("meta", Type::Json).default(Default::Sql("'{}'::jsonb".into())),
        field("views", Type::I64).server().default(Default::Value(Literal::Int(0))),
        field("pinned", Type::Bool).default(Default::Value(Literal::Bool(false))),
    ];
    if vectors {
        fields.push(optional("embedding", Type::Vector(3)).server());
    }
    let mut post = model("Post", "posts", with_times(fields));
    let published = equal(at("status"), text("published"));
    let mut indexes = vec![
        index(&["author_id", "created_at"]),
        Index { filter: Some(published.clone()), ..index(&["created_at"]) },
        Index { method: Method::Gin, ..index(&["tags"]) },
    ];
    indexes[0].parts.to_mut()[1].descending = true;
    indexes[1].include = vec!["title".into()].into();
    if vectors {
        let method = Method::Hnsw { distance: Distance::Cosine, m: Some(8), ef_construction: None };
        indexes.push(Index { method, ..index(&["embedding"]) });
    }
    table(&mut post).indexes = indexes.into();
    table(&mut post).realtime = Some("the feed follows new posts".into());
    let moderator = equal(claim(&["role"]), text("moderator"));
    post.access = access(
        any_of([published, is_caller("author_id"), member_of("team_id")]),
        is_caller("author_id"),
        all_of([is_caller("author_id"), Expr::Not(Expr::Holds(at("pinned")).into())]),
        any_of([is_caller("author_id"), moderator]),
    );
    post
}

/// Everything here is a word of SQL.
fn order() -> ModelDef {
    let fields = vec![
        field("id", Type::Uuid).key(Key::V4),
        field("user_id", Type::Uuid).column("user").references(USER, OnDelete::Restrict, true),
        field("total", Type::Decimal).column("select").precision(12, 2),
        field("at", Type::Timestamp).column("when").default(Default::Now),
        optional("coupon", Type::Text).column("Coupon code"),
    ];
    let mut order = model("Order", "order", with_times(fields));
    table(&mut order).uniques =
        vec![Unique { nulls_not_distinct: true, ..unique(&["user_id", "coupon"]) }].into();
    order.access = access(
        any_of([
            is_caller("user_id"),
            compare(claim(&["limits", "max"]), Operator::Ge, at("total")),
        ]),
        all_of([is_caller("user_id"), compare(at("at"), Operator::Le, Operand::Now)]),
        Expr::Nobody,
        Expr::Nobody,
    );
    order
}

fn member_of(field: &'static str) -> Expr {
    exists("Membership", "memberships", [("team_id", at(field)), ("user_id", Operand::Uid)])
}

fn owner_of(field: &'static str) -> Expr {
    exists(
        "Membership",
        "memberships",
        [("team_id", at(field)), ("user_id", Operand::Uid), ("role", text("owner"))],
    )
}

/// Fields that no two rows share.
pub fn unique(fields: &[&'static str]) -> Unique {
    Unique {
        fields: fields.iter().map(|field| (*field).into()).collect(),
        filter: None,
        nulls_not_distinct: false,
    }
}

/// A plain index.
pub fn index(fields: &[&'static str]) -> Index {
    Index {
        parts: fields.iter().map(|field| IndexPart::new(field)).collect(),
        method: Method::BTree,
        include: Vec::new().into(),
        filter: None,
    }
}
