//! A field as TypeScript has it.

use std::borrow::Cow;

use super::Sdk;
use super::enums::EnumTypes;
use super::helper::TypeScriptHelper;
use super::kind::TsType;
use super::names::identifier;
use super::value::{self, DefaultValue};
use crate::firestore::collection::{CollectionModel, Location};
use crate::firestore::error::{Error, ErrorKind};
use crate::firestore::text::quote::JsonText;
use crate::schema::{Caller, Field, Type, ValueClass, can_allow};

/// A field.
#[derive(Debug)]
pub(super) struct Property<'a> {
    pub(super) field: &'a Field,
    pub(super) location: Location<'a>,
    /// Its name in the document and in TypeScript.
    pub(super) name: Cow<'a, str>,
    pub(super) kind: TsType,
    pub(super) default: Option<DefaultValue>,
    pub(super) writing: Writing,
}

/// How a field is read that a document lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// It is an error.
    Required,
    /// The property is missing too.
    Optional,
    /// It is this expression.
    Or(String),
}

/// Who writes a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// Nobody: it is in the path, or this writer may not write it.
    Never,
    /// The converter, with the first write or with each.
    Created,
    Updated,
    /// The writer, once.
    Once,
    /// The writer.
    Always,
}

impl<'a> Property<'a> {
    pub(super) fn new(
        model: CollectionModel<'a>,
        field: &'a Field,
        location: Location<'a>,
        sdk: Sdk,
        enums: &EnumTypes<'a>,
    ) -> Result<Self, Error> {
        let in_body = matches!(location, Location::Body(_));
        // An id is text in a path, whatever it is elsewhere.
        let stored = if in_body { &field.kind } else { &Type::PATH_NAME };
        let Some(kind) = TsType::of(stored, sdk, enums) else {
            return Err(model.field_error(&field.name, ErrorKind::Type));
        };
        let can_read = |&caller: &Caller| can_allow(&model.def.access.select.allow, caller);
        if field.private && sdk == Sdk::Web && Caller::ALL.iter().any(can_read) {
            return Err(model.field_error(&field.name, ErrorKind::Private));
        }
        let Ok(default) = value::default(field) else {
            return Err(model.field_error(&field.name, ErrorKind::Default));
        };
        let name = match location {
            Location::Body(name) => Cow::Borrowed(name),
            Location::Id | Location::Ancestor(_) => Cow::Owned(identifier(&field.name)),
        };
        Ok(Self { field, location, name, kind, default, writing: Writing::of(field, in_body, sdk) })
    }

    /// Whether a new document may leave it to its default, or out.
    pub(super) fn may_be_left_out(&self) -> bool {
        self.field.nullable || self.default.is_some()
    }
}

impl Reading {
    pub(super) const fn helper(&self) -> TypeScriptHelper {
        match self {
            Self::Required => TypeScriptHelper::Required,
            Self::Optional => TypeScriptHelper::Optional,
            Self::Or(_) => TypeScriptHelper::Defaulted,
        }
    }

    /// The call that reads a field.
    pub(super) fn call(&self, property: &Property<'_>) -> String {
        let (helper, reader) = (self.helper().name(), &property.kind.reader);
        let otherwise = match self {
            Self::Or(value) => format!(", {value}"),
            Self::Required | Self::Optional => String::new(),
        };
        format!("{helper}(values, {}, {reader}, path{otherwise})", JsonText(&property.name))
    }
}

impl Writing {
    fn of(field: &Field, in_body: bool, sdk: Sdk) -> Self {
        let is_time = field.kind.class() == ValueClass::Moment;
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
