//! A struct that the derive has read: its own predicates and `validate()` say
//! what the test says for models that no derive has seen, and all places
//! agree with them.

use ::backend_models::access::{Row, Value};
use ::backend_models::schema::ModelDef;
use backend_models::prelude::*;

use super::case::{self, Case, Command, members};
use super::dice::Dice;
use super::run::all_places;
use crate::places::Batch;
use crate::places::rust;

/// What everything is under.
#[derive(Model, Clone, Debug)]
#[model(table = "teams", collection = "teams")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Team {
    #[model(id)]
    id: Id<Team>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

/// One for each user.
#[derive(Model, Clone, Debug)]
#[model(table = "members", collection = "members", subcollection_of = Team)]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Member {
    #[model(id, references = auth::User, on_delete = cascade)]
    user_id: Id<auth::User>,
    #[model(parent, index, allow(foreign_key_is_declared, reason = "no test makes teams"))]
    team_id: Id<Team>,
    #[validate(length(max = 20))]
    role: Option<String>,
    level: Option<i64>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Draft,
    Published,
}

/// Every kind of rule that all three can check.
#[derive(Model, Clone, Debug)]
#[model(table = "notes", collection = "notes", subcollection_of = Team)]
#[access(
    select = state == State::Published
        || owner == auth.uid()
        || exists(Member { team_id, user_id: auth.uid() }),
    insert = owner == auth.uid() && (stars.is_none() || auth.claim("role") != "draft"),
    update = owner == auth.uid()
        || exists(Member { team_id, user_id: auth.uid(), role: auth.claim("role") }),
    delete = owner == auth.uid() && !(stars > 0),
)]
#[validate(low <= high)]
#[validate(state != State::Published || day.is_some())]
struct Note {
    #[model(id)]
    id: Id<Note>,
    #[model(parent, index, allow(foreign_key_is_declared, reason = "no test makes teams"))]
    team_id: Id<Team>,
    #[model(immutable, index)]
    owner: Option<Uid>,
    #[validate(length(min = 1, max = 3))]
    title: String,
    #[validate(pattern = "[a-z_]{2,5}", not_blank)]
    handle: Option<String>,
    #[validate(email)]
    email: Option<String>,
    #[validate(url)]
    page: Option<String>,
    #[validate(ascii, length(max = 1_001))]
    long: Option<String>,
    #[validate(starts_with = "a", ends_with = "'z", contains = "(", length(max = 9))]
    odd: Option<String>,
    #[validate(one_of("a", "b\\c"))]
    letter: Option<String>,
    #[validate(items(max = 3), each(length(min = 1, max = 2)))]
    tags: Vec<String>,
    #[validate(range(min = -2, below = 3), multiple_of = 2)]
    number: i32,
    #[validate(range(above = 0.5, max = 1.5))]
    weight: Option<f64>,
    #[validate(range(min = "2020-01-31"))]
    day: Option<NaiveDate>,
    #[validate(length(max = 3))]
    data: Vec<u8>,
    state: State,
    low: Option<i64>,
    high: Option<i64>,
    #[model(server)]
    stars: Option<i64>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

/// The struct of a row; `None` where something is missing, which no struct is.
fn note(row: &Row) -> Option<Note> {
    let value = |name: &str| row.get(name).filter(|value| !value.is_null());
    let uuid = |name: &str| if let Value::Uuid(it) = value(name)? { Some(*it) } else { None };
    let text =
        |name: &str| if let Value::Text(it) = value(name)? { Some(it.clone()) } else { None };
    let int = |name: &str| if let Value::Int(it) = value(name)? { Some(*it) } else { None };
    let Value::List(tags) = value("tags")? else { return None };
    let Value::Bytes(data) = value("data")? else { return None };
    let tag = |tag: &Value| if let Value::Text(it) = tag { it.clone() } else { String::new() };
    let now = DateTime::UNIX_EPOCH;
    Some(Note {
        id: Id::from_uuid(uuid("id")?),
        team_id: Id::from_uuid(uuid("team_id")?),
        owner: text("owner").map(Uid::from),
        title: text("title")?,
        handle: text("handle"),
        email: text("email"),
        page: text("page"),
        long: text("long"),
        odd: text("odd"),
        letter: text("letter"),
        tags: tags.iter().map(tag).collect(),
        number: i32::try_from(int("number")?).unwrap(),
        weight: value("weight").map(|it| if let Value::Float(it) = it { *it } else { 0.0 }),
        day: value("day").map(|it| if let Value::Date(it) = it { *it } else { NaiveDate::MIN }),
        data: data.clone(),
        state: if text("state")? == "draft" { State::Draft } else { State::Published },
        low: int("low"),
        high: int("high"),
        stars: int("stars"),
        created_at: now,
        updated_at: now,
    })
}

/// What the derive's own code says.
fn allows(case: &Case) -> bool {
    let member = |row: &Row| {
        let (Value::Uuid(user), Value::Uuid(team)) = (&row["user_id"], &row["team_id"]) else {
            unreachable!("members have ids")
        };
        let role = if let Value::Text(role) = &row["role"] { Some(role.clone()) } else { None };
        let level = if let Value::Int(level) = &row["level"] { Some(*level) } else { None };
        let (created_at, updated_at) = (Utc::now(), Utc::now());
        let (user_id, team_id) = (Id::from_uuid(*user), Id::from_uuid(*team));
        Member { user_id, team_id, role, level, created_at, updated_at }
    };
    let auth = case.auth.clone().with_rows(members().iter().map(member));
    let there = |row: &Option<Row>| row.as_ref().and_then(note);
    let (before, after) = (there(&case.before), there(&case.after));
    match (case.command, before, after) {
        (Command::Select, Some(row), _) => row.may_select(&auth),
        (Command::Insert, _, Some(row)) => {
            row.may_insert(&auth) && row.stars.is_none() && row.validate().is_ok()
        }
        (Command::Update, Some(old), Some(new)) => {
            old.may_update(&new, &auth) && new.validate().is_ok()
        }
        (Command::Delete, Some(row), _) => row.may_delete(&auth),
        _ => false,
    }
}

#[test]
fn the_derives_own_code_decides_so_too() {
    let model: ModelDef = Note::MODEL;
    let dice = &mut Dice::new(20_000, 0);
    let draw = |_| case::draw(dice, std::slice::from_ref(&model), 0);
    let cases: Vec<Case> = (0..800).filter_map(draw).collect();
    let batch = Batch::new(vec![model.clone()], cases);
    let (mut allowed, mut denied) = (0, 0);
    for case in &batch.cases {
        let own = allows(case);
        *(if own { &mut allowed } else { &mut denied }) += 1;
        assert_eq!(own, rust::allows(&model, case), "{case:?}");
    }
    eprintln!("{allowed} allowed, {denied} denied");
    assert!(allowed > 100 && denied > 100, "{allowed} allowed, {denied} denied");
    for mut place in all_places() {
        let name = place.name();
        for (case, verdict) in batch.cases.iter().zip(place.ask(&batch)) {
            assert!(verdict.agrees(allows(case)), "{name}: {verdict:?}\n{case:?}");
        }
    }
}
