//! A model as TypeScript has it.

use super::Sdk;
use super::enums::EnumTypes;
use super::helper::TypeScriptHelper;
use super::names::{ModuleNames, identifier, lower};
use super::property::{Property, Reading, Writing};
use super::value::DefaultValue;
use crate::firestore::collection::{CollectionModel, Location};
use crate::firestore::error::{Error, ErrorKind};
use crate::schema::{Caller, Expr, can_allow};

/// A model, with the names that TypeScript has for it.
#[derive(Debug)]
pub(super) struct TypedDocument<'a> {
    pub(super) model: CollectionModel<'a>,
    pub(super) sdk: Sdk,
    /// The model's name.
    pub(super) name: String,
    /// The same in lower camel case, the start of the names of functions.
    pub(super) lower: String,
    /// The collections that lead here, from the top, and the parameter with
    /// the id behind each.
    pub(super) steps: Vec<(&'a str, String)>,
    /// Its fields, in the order of the struct.
    pub(super) properties: Vec<Property<'a>>,
    /// Whether a writer could create one, and change one.
    pub(super) may_be_made: bool,
    pub(super) may_be_changed: bool,
}

impl<'a> TypedDocument<'a> {
    pub(super) fn new(
        model: CollectionModel<'a>,
        sdk: Sdk,
        enums: &EnumTypes<'a>,
        names: &mut ModuleNames,
    ) -> Result<Self, Error> {
        let name = identifier(&model.def.name);
        let lower = lower(&name);
        let mut properties = Vec::new();
        for (field, location) in model.fields() {
            properties.push(Property::new(model, field, location, sdk, enums)?);
        }
        let mut taken: Vec<&str> = Vec::new();
        for property in &properties {
            if taken.contains(&&*property.name) {
                return Err(model.error(ErrorKind::FieldTwice(property.name.to_string())));
            }
            taken.push(&property.name);
        }
        let steps = steps(model);
        let access = &model.def.access;
        let may = |rule: &Expr, writing: &[Writing]| {
            sdk == Sdk::Admin
                || Caller::ALL.iter().any(|&caller| can_allow(rule, caller))
                    && properties.iter().any(|property| writing.contains(&property.writing))
        };
        let document = Self {
            may_be_made: may(&access.insert.allow, &[Writing::Once, Writing::Always]),
            may_be_changed: may(&access.update.allow, &[Writing::Always]),
            model,
            sdk,
            name,
            lower,
            steps,
            properties,
        };
        document.top_names().into_iter().try_for_each(|name| names.take(model, name).map(drop))?;
        Ok(document)
    }

    /// Its names at the top of the module.
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
        self.properties.iter().filter(|property| matches!(property.location, Location::Body(_)))
    }

    /// The field with the moment when a document was created.
    pub(super) fn created(&self) -> Option<&Property<'a>> {
        self.body().find(|property| property.writing == Writing::Created)
    }

    /// How a field of the body is read.
    pub(super) fn reading(&self, property: &Property<'a>) -> Reading {
        match &property.default {
            _ if property.field.nullable => Reading::Optional,
            Some(DefaultValue::Constant(value)) => Reading::Or(value.clone()),
            // Only a server is told when a document was made.
            Some(DefaultValue::Now) if self.sdk == Sdk::Admin => {
                Reading::Or("snapshot.createTime".to_owned())
            }
            Some(DefaultValue::Now) => match self.created() {
                Some(created) => Reading::Or(Reading::Required.call(created)),
                None => Reading::Required,
            },
            None => Reading::Required,
        }
    }

    /// The helpers that its text calls itself.
    pub(super) fn helpers(&self) -> Vec<TypeScriptHelper> {
        let mut helpers =
            vec![TypeScriptHelper::Ids, TypeScriptHelper::Path, TypeScriptHelper::Written];
        for property in self.body() {
            helpers.extend(property.kind.helpers.iter().copied());
            helpers.push(self.reading(property).helper());
        }
        helpers
    }
}

/// The collections on the way, and the name of the parameter behind each: that
/// of the field that holds the id, or the model's.
fn steps(model: CollectionModel<'_>) -> Vec<(&str, String)> {
    let mut up: Vec<_> = model.collection.path.up().enumerate().collect();
    up.reverse();
    let mut steps: Vec<(&str, String)> = Vec::new();
    for (levels, path) in up {
        let location = if levels == 0 { Location::Id } else { Location::Ancestor(levels) };
        let field = model.fields().find(|(_, at)| *at == location);
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
