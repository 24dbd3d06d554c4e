//! What is expanded says nothing in a crate that denies everything, whatever
//! the names around it.

#![deny(
    warnings,
    unused,
    missing_docs,
    unreachable_pub,
    unnameable_types,
    rust_2018_idioms,
    nonstandard_style,
    future_incompatible,
    unused_qualifications,
    unused_results,
    missing_debug_implementations,
    missing_copy_implementations,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    let_underscore_drop,
    explicit_outlives_requirements,
    variant_size_differences,
    non_local_definitions,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::missing_trait_methods,
    clippy::shadow_unrelated,
    clippy::single_call_fn
)]
#![allow(
    missing_copy_implementations,
    clippy::redundant_pub_crate,
    clippy::single_call_fn,
    reason = "about the tests themselves"
)]

use backend_models::model::Model;
use backend_models::prelude::*;

/// Every kind of part that a model can have.
mod everything {
    use super::{Auth, DateTime, Id, Model, ModelEnum, ModelType, Utc, auth};

    /// A label.
    #[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum Status {
        Draft,
        #[model(label = "out")]
        Published,
    }

    /// An address.
    #[derive(ModelType, Clone, Debug, PartialEq, Eq)]
    pub(crate) struct Address(pub(crate) String);

    /// Somebody's team.
    #[derive(Model, Clone, Debug)]
    #[model(table = "teams")]
    #[access(
        select = exists(Self { id, owner_id: auth.uid() }) || auth.claim("role") == "admin",
        insert = anyone(reason = "a form takes them"),
        update = owner_id == auth.uid() && !(name == "closed") && id in [id_of_template],
        delete = service,
    )]
    pub(crate) struct Team {
        #[model(id)]
        pub(crate) id: Id<Self>,
        #[model(references = auth::User, on_delete = cascade, immutable)]
        pub(crate) owner_id: Id<auth::User>,
        pub(crate) id_of_template: Id<Self>,
        #[validate(length(max = 200))]
        pub(crate) name: String,
        pub(crate) created_at: DateTime<Utc>,
        pub(crate) updated_at: DateTime<Utc>,
    }

    /// A note.
    #[derive(Model, Clone, Debug)]
    #[model(table = "notes", index(team_id, created_at desc, where = status != Status::Draft))]
    #[access(
        select = status == Status::Published || exists(Team { id: team_id, owner_id: auth.uid() }),
        insert = exists(Team { id: team_id, owner_id: auth.uid() }) && weight < 1.5 && hidden,
        update = auth.email() == email && created_at < now() && weight > -3 && remark.is_some(),
        delete = nobody,
    )]
    pub(crate) struct Note {
        #[model(id(v4))]
        pub(crate) id: Id<Self>,
        #[model(references = Team, on_delete = cascade)]
        pub(crate) team_id: Id<Team>,
        #[model(default = Status::Draft)]
        pub(crate) status: Status,
        #[model(private, index)]
        #[validate(email)]
        pub(crate) email: Address,
        #[model(server, default = 0.5)]
        pub(crate) weight: f64,
        #[model(default = false)]
        pub(crate) hidden: bool,
        #[validate(length(max = 200))]
        pub(crate) remark: Option<String>,
        pub(crate) created_at: DateTime<Utc>,
        pub(crate) updated_at: DateTime<Utc>,
    }

    /// A rule is asked without a database.
    pub(crate) fn may(note: &Note, team: &Team, auth: &Auth) -> [bool; 3] {
        [note.may_select(auth), note.may_insert(auth), team.may_update(team, auth)]
    }
}

/// Names that the expansion must not take for its own.
mod names {
    use super::{DateTime, Id, Model, Utc, auth};

    /// Not text.
    type String = i32;

    /// Nothing that holds an option.
    #[derive(Clone, Copy, Debug)]
    pub(crate) struct Option;

    /// Nor a copy on write, nor the core's own `Rule`, nor its path.
    #[derive(Clone, Copy, Debug)]
    pub(crate) struct Cow;

    /// As the core calls its own.
    #[derive(Clone, Copy, Debug)]
    pub(crate) struct Expr;

    /// The field called `type` is one.
    #[derive(Model, Clone, Debug)]
    #[model(table = "entries", unique(r#type))]
    #[access(
        select = r#type == 3 && r#move == auth.uid(),
        insert = r#type == 3,
        update = r#move == auth.uid(),
        delete = nobody,
    )]
    pub(crate) struct r#Entry {
        #[model(id)]
        pub(crate) id: Id<Self>,
        #[model(column = "kind")]
        pub(crate) r#type: String,
        #[model(index, column = "mover")]
        pub(crate) r#move: Id<auth::User>,
        pub(crate) created_at: DateTime<Utc>,
        pub(crate) updated_at: DateTime<Utc>,
    }
}

/// The library under another name.
mod facade {
    /// As a company's own crate would have it.
    pub(crate) mod ours {
        pub(crate) use ::backend_models as inner;
    }

    /// Found through it.
    #[derive(super::ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
    #[model(crate = crate::facade::ours::inner)]
    pub(crate) enum Kind {
        Only,
    }

    /// Found through it.
    #[derive(super::ModelType, Clone, Copy, Debug, PartialEq, Eq)]
    #[model(crate = crate::facade::ours::inner)]
    pub(crate) struct Count(i64);

    /// Found through it.
    #[derive(super::Model, Clone, Debug)]
    #[model(table = "things", crate = crate::facade::ours::inner)]
    #[access(select = kind == Kind::Only, insert = nobody, update = nobody, delete = nobody)]
    pub(crate) struct Thing {
        #[model(id)]
        pub(crate) id: super::Id<Self>,
        pub(crate) kind: Kind,
        pub(crate) count: Count,
        pub(crate) created_at: super::DateTime<super::Utc>,
        pub(crate) updated_at: super::DateTime<super::Utc>,
    }

    pub(crate) const fn count(thing: &Thing) -> i64 {
        thing.count.0
    }
}

#[test]
fn a_model_may_live_in_a_function() {
    #[derive(Model, Clone, Debug)]
    #[model(table = "locals")]
    #[access(select = anyone, insert = nobody, update = nobody, delete = nobody)]
    struct Local {
        #[model(id)]
        id: Id<Self>,
        created_at: DateTime<Utc>,
        updated_at: DateTime<Utc>,
    }
    let now = Utc::now();
    let local = Local { id: Id::new(), created_at: now, updated_at: now };
    assert!(local.may_select(&Auth::anonymous()));
    assert_eq!(Local::MODEL.fields.len(), 3);
}

#[test]
fn a_name_with_a_prefix_is_known_without_it() {
    let model = names::Entry::MODEL;
    assert_eq!(model.name, "Entry");
    let fields: Vec<_> = model.fields.iter().map(|field| &*field.name).collect();
    assert_eq!(fields, ["id", "type", "move", "created_at", "updated_at"]);
    assert_eq!(
        model.fields.get(1).map(|field| &field.kind),
        Some(&backend_models::schema::Type::I32)
    );
    let now = Utc::now();
    let user = Id::new();
    let row =
        names::Entry { id: Id::new(), r#type: 3, r#move: user, created_at: now, updated_at: now };
    assert!(row.may_select(&Auth::user(user)));
}

#[test]
fn another_path_to_the_library_will_do() {
    assert_eq!(facade::Thing::MODEL.name, "Thing");
    let count: fn(&facade::Thing) -> i64 = facade::count;
    assert_eq!(size_of_val(&count), size_of::<usize>());
    assert_ne!(format!("{:?}{:?}{:?}", names::Option, names::Cow, names::Expr), "");
}

#[test]
fn rules_are_asked_without_a_database() {
    let now = Utc::now();
    let owner = Id::new();
    let id = Id::new();
    let team = everything::Team {
        id,
        owner_id: owner,
        id_of_template: id,
        name: "a".to_owned(),
        created_at: now,
        updated_at: now,
    };
    let note = everything::Note {
        id: Id::new(),
        team_id: id,
        status: everything::Status::Published,
        email: everything::Address("a@b".to_owned()),
        weight: 1.0,
        hidden: true,
        remark: None,
        created_at: now,
        updated_at: now,
    };
    let auth = Auth::user(owner).with_rows([team.clone()]);
    assert_eq!(everything::may(&note, &team, &auth), [true, true, true]);
    let draft = everything::Note { status: everything::Status::Draft, ..note };
    assert_eq!(everything::may(&draft, &team, &Auth::anonymous()), [false, false, false]);
}
