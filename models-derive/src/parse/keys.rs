//! An attribute's struct and its table of keys, and what is wrong with an
//! entry that the struct cannot read.

use darling::FromAttributes;
use syn::Meta;

use super::{
    EnumAttributes, FieldAttributes, ModelAttributes, NewtypeAttributes, VariantAttributes,
};
use crate::diagnostic::{Diagnostic, Extent, one_of};
use crate::language::{self, Form, Key, KeySet};

/// The struct that darling fills, and the keys that it has.
pub(crate) trait Attributes: FromAttributes + Default {
    const KEYS: &'static KeySet;
}

impl Attributes for ModelAttributes {
    const KEYS: &'static KeySet = &language::MODEL;
}

impl Attributes for FieldAttributes {
    const KEYS: &'static KeySet = &language::FIELD;
}

impl Attributes for EnumAttributes {
    const KEYS: &'static KeySet = &language::ENUM;
}

impl Attributes for VariantAttributes {
    const KEYS: &'static KeySet = &language::VARIANT;
}

impl Attributes for NewtypeAttributes {
    const KEYS: &'static KeySet = &language::NEWTYPE;
}

/// What a key that is not in the table is told.
pub(super) fn unknown(keys: &KeySet, key: &str, at: Extent) -> Diagnostic {
    if let Some(fix) = keys.mistake(key).and_then(|mistake| mistake.fix) {
        return Diagnostic::new(at, format!("unknown key `{key}`")).fix(fix);
    }
    Diagnostic::new(at, format!("unknown key `{key}`{}", keys.suggestion(key)))
        .fix(format!("known here: {}", one_of(keys.names())))
}

/// The key that is meant by one that is not in the table.
pub(super) fn meant(keys: &KeySet, key: &str) -> Option<&'static str> {
    // A key that belongs elsewhere does not stand for one that is missing here.
    let belongs_elsewhere = keys.mistake(key).map(|_| "");
    keys.meant(key).or(belongs_elsewhere)
}

/// darling knows that a key is not written like this, and not how it is. This
/// is told under the whole entry.
pub(super) fn wrong_form(keys: &KeySet, key: &str, meta: &Meta) -> Option<Diagnostic> {
    let form = match meta {
        Meta::Path(_) => Form::Alone,
        Meta::NameValue(_) => Form::Value,
        Meta::List(_) => Form::List,
    };
    let Key { forms, fix, .. } = keys.get(key)?;
    if forms.contains(&form) {
        return None;
    }
    let what = match form {
        Form::Alone => format!("`{key}` says nothing by itself"),
        Form::Value if forms.contains(&Form::List) => format!("`{key}` takes no `=`"),
        Form::Value => format!("`{key}` takes no value"),
        Form::List if forms.contains(&Form::Value) => {
            format!("`{key}` takes its value behind `=`")
        }
        Form::List => format!("`{key}` takes nothing"),
    };
    Some(Diagnostic::new(Extent::of(meta), what).fix(*fix))
}

#[cfg(test)]
mod tests {
    use syn::{Attribute, parse_quote};

    use super::{
        Attributes, EnumAttributes, FieldAttributes, ModelAttributes, NewtypeAttributes,
        VariantAttributes,
    };

    /// darling names the fields that it knows when it meets one that it does not.
    fn read_by_darling<T: Attributes>(name: &str) -> bool {
        let key: syn::Path = syn::parse_str(name).unwrap_or_else(|_| parse_quote!(crate));
        let attribute: Attribute = parse_quote!(#[model(#key = 1 + 1)]);
        let error = T::from_attributes(&[attribute]).err().map(|error| error.to_string());
        !error.is_some_and(|error| error.contains("Unknown field"))
    }

    fn agree<T: Attributes>(fields: usize) {
        for name in T::KEYS.names() {
            assert!(read_by_darling::<T>(name), "darling does not read `{name}`");
        }
        assert_eq!(T::KEYS.keys.len(), fields, "the struct has a field that the table has not");
        assert!(!read_by_darling::<T>("nothing"));
    }

    /// How many fields a struct has, from its `Debug`.
    fn fields<T: Attributes + std::fmt::Debug>() -> usize {
        format!("{:#?}", T::default())
            .lines()
            .filter(|line| {
                let inner = line.strip_prefix("    ");
                inner.is_some_and(|line| line.starts_with(char::is_alphabetic))
            })
            .count()
    }

    #[test]
    fn the_structs_agree_with_the_tables() {
        agree::<ModelAttributes>(fields::<ModelAttributes>());
        agree::<FieldAttributes>(fields::<FieldAttributes>());
        agree::<EnumAttributes>(fields::<EnumAttributes>());
        agree::<VariantAttributes>(fields::<VariantAttributes>());
        agree::<NewtypeAttributes>(fields::<NewtypeAttributes>());
    }
}
