//! How each key is written: alone, with a value, or with a list.
//!
//! darling knows that a key is not written like this, and not how it is. What
//! is said about the shape of an entry is said here, under the whole entry.

use syn::Meta;

use crate::diagnostic::{Diagnostic, Extent};

/// One way to write a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// `key`
    Alone,
    /// `key = ..`
    Value,
    /// `key(..)`
    List,
}

impl Form {
    fn of(meta: &Meta) -> Self {
        match meta {
            Meta::Path(_) => Self::Alone,
            Meta::NameValue(_) => Self::Value,
            Meta::List(_) => Self::List,
        }
    }
}

/// A key and its forms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(super) key: &'static str,
    forms: &'static [Form],
    /// What to write.
    pub(super) fix: &'static str,
}

impl Shape {
    /// A word that is its own value.
    pub(super) const fn alone(key: &'static str, fix: &'static str) -> Self {
        Self { key, forms: &[Form::Alone], fix }
    }

    /// `key = ..`
    pub(super) const fn value(key: &'static str, fix: &'static str) -> Self {
        Self { key, forms: &[Form::Value], fix }
    }

    /// `key(..)`
    pub(super) const fn list(key: &'static str, fix: &'static str) -> Self {
        Self { key, forms: &[Form::List], fix }
    }

    /// `key`, `key = ..`
    pub(super) const fn alone_or_value(key: &'static str, fix: &'static str) -> Self {
        Self { key, forms: &[Form::Alone, Form::Value], fix }
    }

    /// `key`, `key(..)`
    pub(super) const fn alone_or_list(key: &'static str, fix: &'static str) -> Self {
        Self { key, forms: &[Form::Alone, Form::List], fix }
    }
}

/// What is wrong with the form of an entry, if the key is among these.
pub(super) fn problem(shapes: &[Shape], key: &str, meta: &Meta) -> Option<Diagnostic> {
    let form = Form::of(meta);
    let Shape { forms, fix, .. } = shapes.iter().find(|shape| shape.key == key)?;
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
