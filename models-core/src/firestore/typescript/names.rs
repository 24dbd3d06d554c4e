//! Names that TypeScript accepts, each of them unique in the module.

use std::collections::HashSet;
use std::fmt;

use crate::firestore::collection::CollectionModel;
use crate::firestore::error::{Error, ErrorKind};
use crate::firestore::text::quote::JsonText;

/// Words that cannot be used as names, and names with a meaning in the printed
/// text.
const RESERVED: &[&str] = &[
    "any",
    "arguments",
    "await",
    "bigint",
    "boolean",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "db",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "eval",
    "export",
    "extends",
    "false",
    "finally",
    "firestore",
    "for",
    "function",
    "if",
    "implements",
    "import",
    "in",
    "instanceof",
    "interface",
    "let",
    "never",
    "new",
    "null",
    "number",
    "object",
    "package",
    "private",
    "protected",
    "public",
    "return",
    "static",
    "string",
    "super",
    "switch",
    "symbol",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "unknown",
    "var",
    "void",
    "while",
    "with",
    "yield",
];

/// The names at the top of the module, each of them unique.
#[derive(Debug)]
pub(super) struct ModuleNames(HashSet<String>);

impl Default for ModuleNames {
    /// Those of the helpers, and of global types that the text refers to.
    fn default() -> Self {
        let names = [
            "FieldReader",
            "FieldValues",
            "FieldVector",
            "InvalidDocument",
            "JsonValue",
            "Moment",
            "ReturnType",
            "Uint8Array",
        ];
        Self(names.map(str::to_owned).into())
    }
}

impl ModuleNames {
    /// Takes a name for a model.
    pub(super) fn take(
        &mut self,
        model: CollectionModel<'_>,
        name: String,
    ) -> Result<String, Error> {
        if self.0.insert(name.clone()) {
            Ok(name)
        } else {
            Err(model.error(ErrorKind::NameTaken(name)))
        }
    }
}

/// A name as an identifier: characters that cannot be part of one are removed,
/// and the next letter is upper case, as in `postStatus` for `post_status`.
pub(super) fn identifier(name: &str) -> String {
    let mut identifier = String::new();
    let mut joins = false;
    for character in name.chars() {
        if !(character.is_alphanumeric() || character == '$') {
            joins = !identifier.is_empty();
        } else if std::mem::take(&mut joins) {
            identifier.extend(character.to_uppercase());
        } else {
            identifier.push(character);
        }
    }
    if RESERVED.contains(&&*identifier) {
        identifier.push('_');
    }
    if identifier.starts_with(|first: char| !first.is_alphabetic()) || identifier.is_empty() {
        identifier.insert(0, '_');
    }
    identifier
}

/// With the first letter in upper case.
pub(super) fn upper(name: &str) -> String {
    first(name, |letter, text| text.extend(letter.to_uppercase()))
}

/// With the first letter in lower case.
pub(super) fn lower(name: &str) -> String {
    first(name, |letter, text| text.extend(letter.to_lowercase()))
}

fn first(name: &str, put: impl FnOnce(char, &mut String)) -> String {
    let mut letters = name.chars();
    let mut text = String::new();
    if let Some(letter) = letters.next() {
        put(letter, &mut text);
    }
    text + letters.as_str()
}

/// The name of a property, in quotes where it needs them.
#[derive(Clone, Copy, Debug)]
pub(super) struct PropertyName<'a>(pub(super) &'a str);

impl fmt::Display for PropertyName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(name) = *self;
        if is_plain(name) { f.write_str(name) } else { write!(f, "{}", JsonText(name)) }
    }
}

/// Access to an own property of an object, not to an inherited one.
#[derive(Clone, Copy, Debug)]
pub(super) struct OwnProperty<'a>(pub(super) &'a str, pub(super) &'a str);

impl fmt::Display for OwnProperty<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(object, name) = *self;
        if INHERITED.contains(&name) {
            write!(f, "own({object}, {})", JsonText(name))
        } else if is_plain(name) {
            write!(f, "{object}.{name}")
        } else {
            write!(f, "{object}[{}]", JsonText(name))
        }
    }
}

/// Properties that every object inherits.
const INHERITED: &[&str] = &[
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// Whether a name of a property stands without quotes.
fn is_plain(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_')
}

#[cfg(test)]
mod tests {
    use super::identifier;

    #[test]
    fn names_become_identifiers() {
        let pairs = [
            ("post_status", "postStatus"),
            ("_kept_", "kept"),
            ("team_id", "teamId"),
            ("Straße", "Straße"),
            ("it's 3 \"x\"\n", "itS3X"),
            ("class", "class_"),
            ("db", "db_"),
            ("3d", "_3d"),
            ("🦀", "_"),
            ("", "_"),
        ];
        for (name, expected) in pairs {
            assert_eq!(identifier(name), expected);
        }
    }
}
