//! Every constraint of a model: what keeps it is written, what breaks nothing
//! but it is not. All of it is drawn from the description.

use models_core::schema::{Field, ModelDef, Type};
use models_tests::firestore::{Project, User, Write, field_path, value};
use serde_json::{Map, Value, json};

use super::samples::{right, wrong};

/// The document that is written, and whoever may write it.
pub(super) struct Case<'c> {
    pub(super) project: &'c Project,
    pub(super) model: &'c ModelDef,
    pub(super) path: String,
    pub(super) user: User,
}

/// What a client sends, or what is there.
type Document = Map<String, Value>;

/// How many writes were allowed, and how many denied.
#[derive(Debug, Default)]
pub(super) struct Count {
    pub(super) allowed: usize,
    pub(super) denied: usize,
}

/// Names of fields that the rules set to the time of the request.
const TIMES: [&str; 2] = ["created_at", "updated_at"];

impl Case<'_> {
    /// Tries everything that may be made and changed, and everything that may not.
    pub(super) fn try_all(&self, creates: bool, updates: bool) -> Count {
        let mut count = Count::default();
        if creates {
            self.creations(&mut count);
        }
        if updates {
            self.changes(&mut count);
        }
        count
    }

    fn fields(&self) -> impl Iterator<Item = (&Field, &str)> {
        self.model.fields.iter().filter_map(|field| Some((field, field.document.as_deref()?)))
    }

    fn documents(&self) -> String {
        format!("projects/{}/databases/(default)/documents", self.project.id)
    }

    /// Fields that a client fills as it likes when it makes a document.
    fn written(&self) -> impl Iterator<Item = (&Field, &str)> {
        self.fields().filter(|(field, _)| field.insertable_by_clients())
    }

    /// A document as a client makes it, without the times of the server.
    pub(super) fn new_document(&self) -> Document {
        let values = self.written();
        let first = |field| right(field, &self.documents()).remove(0);
        values.map(|(field, name)| (name.to_owned(), first(field))).collect()
    }

    pub(super) fn times(&self) -> impl Iterator<Item = &str> {
        let is_time = |field: &Field| TIMES.contains(&&*field.name) && !field.server;
        self.fields().filter(move |(field, _)| is_time(field)).map(|(_, name)| name)
    }

    fn creations(&self, count: &mut Count) {
        let new = self.new_document();
        let times: Vec<&str> = self.times().collect();
        let mut create = |what: &str, document: Document, times: &[&str], allowed: bool| {
            let write = Write::create(&self.path, &document.clone().into());
            let write = times.iter().fold(write, |write, time| write.server_time(time));
            self.expect(&format!("create, {what}"), &write, &document, allowed, count);
            if allowed {
                self.project.as_owner().delete(&self.path).unwrap().allowed();
            }
        };
        create("as it should be", new.clone(), &times, true);
        create("another field", with(&new, "unknown", value::int(1)), &times, false);
        for (field, name) in self.written() {
            create(&format!("without {name}"), without(&new, name), &times, field.nullable);
            for right in right(field, &self.documents()) {
                create(name, with(&new, name, right), &times, true);
            }
            for wrong in wrong(field, &self.documents()) {
                create(&format!("wrong {name}"), with(&new, name, wrong), &times, false);
            }
        }
        for time in &times {
            let others: Vec<&str> = times.iter().copied().filter(|other| other != time).collect();
            create(&format!("without {time}"), new.clone(), &others, false);
            let forged = with(&new, time, value::timestamp("2001-02-03T04:05:06Z"));
            create(&format!("forged {time}"), forged, &others, false);
        }
        for (field, name) in self.fields().filter(|(field, _)| field.server) {
            let set = with(&new, name, right(field, &self.documents()).remove(0));
            create(&format!("server's {name}"), set, &times, false);
        }
    }

    /// The document that is there before a change: everything but what only
    /// clients who make one could leave out.
    fn there(&self) -> Document {
        let moment = value::timestamp("2026-01-01T00:00:00.000001Z");
        let fill = |field: &Field| {
            if TIMES.contains(&&*field.name) {
                moment.clone()
            } else {
                right(field, &self.documents()).remove(0)
            }
        };
        self.fields().map(|(field, name)| (name.to_owned(), fill(field))).collect()
    }

    fn changes(&self, count: &mut Count) {
        let there = self.there();
        let time = self.fields().find(|(field, _)| field.is_updated_at()).map(|(_, name)| name);
        let mut update = |what: &str,
                          before: &Document,
                          fields: Document,
                          mask: &[&str],
                          time: Option<&str>,
                          allowed: bool| {
            self.project.as_owner().set(&self.path, &before.clone().into()).unwrap().allowed();
            let write = Write::update(&self.path, &fields.clone().into(), mask);
            let write = time.iter().fold(write, |write, time| write.server_time(time));
            self.expect(&format!("update, {what}"), &write, &fields, allowed, count);
        };
        let one = |name: &str, value: Value| with(&Document::new(), name, value);
        let none = Document::new;
        update("of nothing", &there, none(), &[], time, true);
        update("a new field", &there, one("unknown", value::int(1)), &["unknown"], time, false);
        for (field, name) in self.fields() {
            let quoted = field_path(name);
            let mask = &[quoted.as_str()];
            let is_time = TIMES.contains(&&*field.name);
            let free = field.updatable_by_clients();
            let another = if is_time {
                value::timestamp("2001-02-03T04:05:06Z")
            } else {
                different(field, &there[name], &self.documents())
            };
            let other_time = time.filter(|time| *time != name);
            update(
                &format!("another {name}"),
                &there,
                one(name, another.clone()),
                mask,
                other_time,
                free,
            );
            update(
                &format!("removed {name}"),
                &there,
                none(),
                mask,
                other_time,
                free && field.nullable,
            );
            if field.nullable || field.server {
                update(
                    &format!("added {name}"),
                    &without(&there, name),
                    one(name, another.clone()),
                    mask,
                    time,
                    free,
                );
            }
            if !free {
                continue;
            }
            let patch = with(&one(name, another), "unknown", value::int(1));
            update(
                &format!("{name} and a new field"),
                &there,
                patch,
                &[mask[0], "unknown"],
                time,
                false,
            );
            for wrong in wrong(field, &self.documents()) {
                update(&format!("wrong {name}"), &there, one(name, wrong), mask, time, false);
            }
        }
        if let Some(time) = time {
            update("without the time", &there, none(), &[], None, false);
            let forged = value::timestamp("2100-01-01T00:00:00Z");
            update("forged time", &there, one(time, forged), &[time], None, false);
        }
    }

    fn expect(
        &self,
        what: &str,
        write: &Write,
        document: &Document,
        allowed: bool,
        count: &mut Count,
    ) {
        let outcome = self.project.as_user(&self.user).commit(std::slice::from_ref(write)).unwrap();
        let emulator = &self.project.emulator.name;
        assert_eq!(
            outcome.is_allowed(),
            allowed,
            "{emulator}, {} at {}: {what}\n{}\n{outcome:?}",
            self.model.name,
            self.path,
            Value::from(document.clone())
        );
        *(if allowed { &mut count.allowed } else { &mut count.denied }) += 1;
    }
}

fn with(document: &Document, name: &str, value: Value) -> Document {
    let mut document = document.clone();
    document.insert(name.to_owned(), value);
    document
}

fn without(document: &Document, name: &str) -> Document {
    let mut document = document.clone();
    document.remove(name);
    document
}

/// A value of the type that is not the one that is there.
fn different(field: &Field, there: &Value, documents: &str) -> Value {
    let mut all = right(field, documents);
    match &field.kind {
        Type::Text | Type::Uid => all.push(value::string("another")),
        Type::Uuid => all.push(value::string("00000000-0000-0000-0000-000000000000")),
        Type::Timestamp => all.push(value::timestamp("2027-01-01T00:00:00Z")),
        Type::GeoPoint => all.push(value::geo_point(-1.0, -2.0)),
        Type::Reference => {
            all.push(json!({"referenceValue": format!("{documents}/a/b")}));
        }
        Type::Vector(_) | Type::HalfVector(_) => all.push(value::vector(&[3.0, 4.0])),
        _ => {}
    }
    all.into_iter().find(|value| value != there).unwrap()
}
