//! Schemas of zod 4: the rules of `#[validate(..)]` for what a writer gives.
//!
//! `base` is the type of a value, `check` a rule for one value, and `relation` a
//! rule for several fields. The printed comment lists what is not checked.

mod base;
mod check;
mod relation;

use std::fmt::Write;

use super::Sdk;
use super::document::TypedDocument;
use super::enums::EnumTypes;
use super::helper::TypeScriptHelper;
use super::names;
use super::print::DocComment;
use super::property::{Property, Writing};
use crate::firestore::text::quote::JsonText;
use crate::schema::{Check, Type, TypeParameter, ValueRule};
use crate::validate::{relation_message, value_message};

/// The schema of one model.
#[derive(Debug, Default)]
pub(super) struct ZodSchema {
    /// The constant; empty where nobody writes such a document.
    pub(super) text: String,
    /// What the text calls.
    pub(super) helpers: Vec<TypeScriptHelper>,
    /// Rules that are not checked.
    unseen: Vec<String>,
}

/// The schema of what a writer gives for a document.
pub(super) fn schema(document: &TypedDocument<'_>, enums: &EnumTypes<'_>) -> ZodSchema {
    let mut schema = ZodSchema::default();
    if !document.may_be_made && !document.may_be_changed {
        return schema;
    }
    let mut fields = String::new();
    for property in written(document) {
        let value = schema.property(property, document.sdk, enums);
        let optional = if property.may_be_left_out() { ".exactOptional()" } else { "" };
        let _ = writeln!(fields, "  {}: {value}{optional},", names::PropertyName(&property.name));
    }
    let relations = schema.relations(document);
    let TypedDocument { name, lower, sdk, .. } = document;
    let who = match sdk {
        Sdk::Web => "a client",
        Sdk::Admin => "a server",
    };
    let doc = format!("What {who} says of a `{name}`, as its rules on values have it.");
    let unseen = match schema.unseen.as_slice() {
        [] => String::new(),
        unseen => format!("Not checked: {}.", unseen.join(", ")),
    };
    let comment = DocComment { depth: 0, paragraphs: &[&doc, &unseen] };
    schema.text =
        format!("\n{comment}export const {lower}Schema = z.object({{\n{fields}}}){relations};\n");
    schema
}

/// The fields that a writer gives.
fn written<'d, 'a>(document: &'d TypedDocument<'a>) -> impl Iterator<Item = &'d Property<'a>> {
    let is_written = |one: &&Property<'_>| matches!(one.writing, Writing::Once | Writing::Always);
    document.body().filter(is_written)
}

impl ZodSchema {
    /// What a field holds, and each of its rules.
    fn property(&mut self, property: &Property<'_>, sdk: Sdk, enums: &EnumTypes<'_>) -> String {
        let (field, rules) = (property.field, &*property.field.rules);
        let inside = |wanted: fn(&Check) -> Option<&[ValueRule]>| {
            rules.iter().filter_map(move |rule| wanted(&rule.check)).flatten()
        };
        let base = |schema: &mut Self, kind: &Type| {
            let base = base::of(kind, sdk, enums);
            schema.helpers.extend(base.helpers);
            base.text
        };
        let name = &*property.name;
        let mut text = match field.kind.parameter() {
            TypeParameter::Elements(element) => {
                let mut inner = base(self, element);
                let each = inside(|check| match check {
                    Check::Each(rules) => Some(rules),
                    _ => None,
                });
                each.for_each(|rule| self.rule(&mut inner, rule, element, sdk, name));
                format!("z.array({inner})")
            }
            TypeParameter::Values(value) => {
                let (mut key, mut inner) = ("z.string()".to_owned(), base(self, value));
                let keys = inside(|check| match check {
                    Check::Keys(rules) => Some(rules),
                    _ => None,
                });
                keys.for_each(|rule| self.rule(&mut key, rule, &Type::MAP_KEY, sdk, name));
                let values = inside(|check| match check {
                    Check::Values(rules) => Some(rules),
                    _ => None,
                });
                values.for_each(|rule| self.rule(&mut inner, rule, value, sdk, name));
                format!("z.record({key}, {inner})")
            }
            TypeParameter::None | TypeParameter::Labels(_) | TypeParameter::Dimensions(_) => {
                base(self, &field.kind)
            }
        };
        let is_of_parts =
            |check: &Check| matches!(check, Check::Each(_) | Check::Keys(_) | Check::Values(_));
        for rule in rules.iter().filter(|rule| !is_of_parts(&rule.check)) {
            self.rule(&mut text, rule, &field.kind, sdk, name);
        }
        text
    }

    /// Adds a rule.
    fn rule(&mut self, text: &mut String, rule: &ValueRule, kind: &Type, sdk: Sdk, field: &str) {
        let Some(asked) = check::of(&rule.check, kind, sdk) else {
            return self.unseen.push(format!("`{}` of `{field}`", rule.check.name()));
        };
        self.helpers.extend(asked.helpers);
        let message = value_message(rule);
        let (message, code) = (JsonText(&message), JsonText(rule.code()));
        let _ = write!(
            text,
            "\n    .refine({}, {{ error: {message}, params: {{ code: {code} }} }})",
            asked.text
        );
    }

    /// The rules for several fields.
    fn relations(&mut self, document: &TypedDocument<'_>) -> String {
        let mut asked = String::new();
        for rule in &*document.model.def.rules {
            let (message, code) = (relation_message(rule), rule.code());
            let Some(condition) =
                relation::unless_false(&rule.holds, true, document, &mut self.helpers)
            else {
                self.unseen.push(format!("`{code}` ({message})"));
                continue;
            };
            let (message, code) = (JsonText(message), JsonText(code));
            let _ = write!(
                asked,
                "  if (!{condition}) {{
    context.addIssue({{ code: \"custom\", message: {message}, params: {{ code: {code} }} }});
  }}
"
            );
        }
        if asked.is_empty() {
            return asked;
        }
        format!(".superRefine((values, context) => {{\n{asked}}})")
    }
}
