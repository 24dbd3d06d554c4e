//! What is known of a model's documents.

use std::borrow::Cow;

use super::Sdk;
use super::enums::Enums;
use super::helper::Helper;
use super::kind::Kind;
use super::names::{Names, identifier, lower};
use super::value::{self, Value};
use crate::access::{Caller, can_allow};
use crate::firestore::error::{Error, Trouble};
use crate::firestore::kept::{Kept, Place};
use crate::schema::{Expr, Field, Type};

/// A model, with the names that TypeScript has for it.
#[derive(Debug)]
pub(super) struct Document<'a> {
    pub(super) kept: Kept<'a>,
    /// The model's name.
    pub(super) name: String,
    /// The same with a small letter, before which others come.
    pub(super) lower: String,
    /// The collections that lead here, from the top, and the parameter with
    /// the id behind each.
    pub(super) steps: Vec<(&'a str, String)>,
    /// Its fields, in the order of the struct.
    pub(super) properties: Vec<Property<'a>>,
    /// Whether a writer could make one, and change one.
    pub(super) may_be_made: bool,
    pub(super) may_be_changed: bool,
}

/// A field.
#[derive(Debug)]
pub(super) struct Property<'a> {
    pub(super) field: &'a Field,
    pub(super) place: Place<'a>,
    /// Its name in the document and in TypeScript.
    pub(super) name: Cow<'a, str>,
    pub(super) kind: Kind,
    pub(super) default: Option<Value>,
    pub(super) writing: Writing,
}

/// Who writes a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// Nobody: it is in the path, or not for this writer.
    Never,
    /// The converter, with the first write or with each.
    Created,
    Updated,
    /// The writer, once.
    Once,
    /// The writer.
    Always,
}

impl<'a> Document<'a> {
    pub(super) fn new(
        kept: Kept<'a>,
        sdk: Sdk,
        enums: &Enums<'a>,
        names: &mut Names,
    ) -> Result<Self, Error> {
        let name = identifier(&kept.model.name);
        let lower = lower(&name);
        let mut properties = Vec::new();
        for (field, place) in kept.fields() {
            properties.push(Property::new(kept, field, place, sdk, enums)?);
        }
        let mut taken: Vec<&str> = Vec::new();
        for property in &properties {
            if taken.contains(&&*property.name) {
                return Err(kept.trouble(Trouble::FieldTwice(property.name.to_string())));
            }
            taken.push(&property.name);
        }
        let steps = steps(kept);
        let access = &kept.model.access;
        let may = |rule: &Expr, writing: &[Writing]| {
            sdk == Sdk::Admin
                || Caller::ALL.iter().any(|&caller| can_allow(rule, caller))
                    && properties.iter().any(|property| writing.contains(&property.writing))
        };
        let document = Self {
            may_be_made: may(&access.insert.allow, &[Writing::Once, Writing::Always]),
            may_be_changed: may(&access.update.allow, &[Writing::Always]),
            kept,
            name,
            lower,
            steps,
            properties,
        };
        document.top_names().into_iter().try_for_each(|name| names.take(kept, name).map(drop))?;
        Ok(document)
    }

    /// What it is called at the top of the module.
    fn top_names(&self) -> Vec<String> {
        let Self { name, lower, .. } = self;
        let types =
            [name.clone(), format!("{name}Fields"), format!("New{name}"), format!("{name}Patch")];
        let functions = ["Converter", "Collection", "Doc", "Group", "Patch"];
        let functions = functions.map(|ending| format!("{lower}{ending}"));
        types.into_iter().chain(functions).chain([format!("new{name}")]).collect()
    }

    /// The fields in the body.
    pub(super) fn body(&self) -> impl Iterator<Item = &Property<'a>> {
        self.properties.iter().filter(|property| matches!(property.place, Place::Body(_)))
    }

    /// The functions that its text calls, without those that they call.
    pub(super) fn helpers(&self) -> Vec<Helper> {
        let mut helpers = vec![Helper::Ids, Helper::Path, Helper::Written];
        for property in self.body() {
            helpers.extend(property.kind.helpers.iter().copied());
            helpers.push(property.read());
        }
        helpers
    }
}

/// The collections on the way, and the name of the parameter behind each: that
/// of the field that holds the id, or the model's.
fn steps(kept: Kept<'_>) -> Vec<(&str, String)> {
    let mut up: Vec<_> = kept.collection.path.up().enumerate().collect();
    up.reverse();
    let mut steps: Vec<(&str, String)> = Vec::new();
    for (levels, path) in up {
        let place = if levels == 0 { Place::Id } else { Place::Above(levels) };
        let field = kept.fields().find(|(_, at)| *at == place);
        let mut name = match field {
            Some((field, _)) => identifier(&field.name),
            None => identifier(&format!("{}_id", lower(&path.model))),
        };
        while steps.iter().any(|(_, other)| *other == name) {
            name.push('_');
        }
        steps.push((&path.collection, name));
    }
    steps
}

impl<'a> Property<'a> {
    fn new(
        kept: Kept<'a>,
        field: &'a Field,
        place: Place<'a>,
        sdk: Sdk,
        enums: &Enums<'a>,
    ) -> Result<Self, Error> {
        let name = field.name.to_string();
        let in_body = matches!(place, Place::Body(_));
        // An id is text in a path, whatever it is elsewhere.
        let stored = if in_body { &field.kind } else { &Type::Text };
        let Some(kind) = Kind::of(stored, sdk, enums) else {
            return Err(kept.trouble(Trouble::Type(name)));
        };
        let can_read = |&caller: &Caller| can_allow(&kept.model.access.select.allow, caller);
        if field.private && sdk == Sdk::Web && Caller::ALL.iter().any(can_read) {
            return Err(kept.trouble(Trouble::Private(name)));
        }
        let Ok(default) = value::default(field) else {
            return Err(kept.trouble(Trouble::Default(name)));
        };
        let name = match place {
            Place::Body(name) => Cow::Borrowed(name),
            Place::Id | Place::Above(_) => Cow::Owned(identifier(&field.name)),
        };
        Ok(Self { field, place, name, kind, default, writing: Writing::of(field, in_body, sdk) })
    }

    /// The function that reads it from a document.
    pub(super) fn read(&self) -> Helper {
        match &self.default {
            _ if self.field.nullable => Helper::Optional,
            Some(Value::Constant(_)) => Helper::Defaulted,
            Some(Value::Now) | None => Helper::Required,
        }
    }

    /// Whether a new document may leave it to its default, or out.
    pub(super) fn may_be_left_out(&self) -> bool {
        self.field.nullable || self.default.is_some()
    }
}

impl Writing {
    fn of(field: &Field, in_body: bool, sdk: Sdk) -> Self {
        let is_time = field.kind == Type::Timestamp;
        if !in_body {
            Self::Never
        } else if field.is_created_at() && is_time {
            Self::Created
        } else if field.is_updated_at() && is_time {
            Self::Updated
        } else if sdk == Sdk::Admin {
            Self::Always
        } else if !field.insertable_by_clients() {
            Self::Never
        } else if field.updatable_by_clients() {
            Self::Always
        } else {
            Self::Once
        }
    }
}
