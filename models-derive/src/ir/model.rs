//! A model and its fields, as they were written.

use proc_macro2::Span;
use syn::{Ident, Path, Type};

use super::value::plain;
use super::{
    Access, Ancestor, Check, Collection, CopyOf, Engine, Exclusion, Expr, Id, Index, Literal,
    Located, ModelRule, OnDelete, Operand, Parent, Reference, Unique, UnreadKeys, ValueRule,
    camel_case,
};
use crate::diagnostic::Extent;

/// A struct with `#[derive(Model)]`.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) ident: Ident,
    pub(crate) doc: String,
    pub(crate) table: Option<Located<String>>,
    pub(crate) schema: Option<Located<String>>,
    pub(crate) collection: Option<Collection>,
    pub(crate) subcollection_of: Option<Parent>,
    pub(crate) renamed_from: Option<Located<String>>,
    pub(crate) realtime: Option<Realtime>,
    pub(crate) fields: Vec<Field>,
    /// Those of the struct and those of its fields.
    pub(crate) indexes: Vec<Index>,
    pub(crate) uniques: Vec<Unique>,
    pub(crate) exclusions: Vec<Exclusion>,
    pub(crate) access: Access,
    /// What has to hold between fields.
    pub(crate) rules: Vec<ModelRule>,
    pub(crate) allows: Vec<Allow>,
    /// The path to the facade.
    pub(crate) krate: Path,
    /// Some of its `#[model]` could not be read.
    pub(crate) poisoned: bool,
    /// Which keys of it.
    pub(crate) unread: UnreadKeys,
}

impl Model {
    /// The field of this name.
    pub(crate) fn field(&self, name: &Ident) -> Option<&Field> {
        let name = plain(name);
        self.fields.iter().find(|field| field.name == name)
    }

    /// The field of `Post::title` in a rule of `Post`.
    pub(crate) fn own_field(&self, operand: &Operand) -> Option<&Field> {
        let Operand::Literal(Located { value: Literal::Variant(path), .. }) = operand else {
            return None;
        };
        let mut names = path.segments.iter().rev().map(|part| &part.ident);
        let (field, model) = (names.next()?, names.next()?);
        self.field(field).filter(|_| *model == self.ident)
    }

    /// The conditions of indexes, unique constraints and exclusions.
    pub(crate) fn filters(&self) -> impl Iterator<Item = &Expr> {
        let indexes = self.indexes.iter().filter_map(|index| index.filter.as_ref());
        let uniques = self.uniques.iter().filter_map(|unique| unique.filter.as_ref());
        indexes.chain(uniques).chain(self.exclusions.iter().filter_map(|one| one.filter.as_ref()))
    }

    /// The names of all fields.
    pub(crate) fn field_names(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|field| field.name.as_str())
    }

    /// The field that identifies a row.
    pub(crate) fn id(&self) -> Option<&Field> {
        self.fields.iter().find(|field| field.id.is_some())
    }

    /// Its collection, when it has no table and none may be meant.
    pub(crate) fn collection_only(&self) -> Option<&Collection> {
        self.collection.as_ref().filter(|_| self.table.is_none() && !self.may_declare("table"))
    }

    /// Whether its `#[model]` may be meant to say this: a key that was mistyped
    /// is not a key that is missing.
    pub(crate) fn may_declare(&self, key: &str) -> bool {
        self.unread.may_be(key)
    }

    /// Whether anything of it could not be read.
    pub(crate) fn is_poisoned(&self) -> bool {
        self.poisoned || self.access.poisoned || self.fields.iter().any(|field| field.poisoned)
    }

    /// A full, non-partial tree that leads with this field serves look-ups by it.
    pub(crate) fn leads_an_index(&self, field: &Field) -> bool {
        let leads = |first: Option<&Ident>| first.is_some_and(|ident| plain(ident) == field.name);
        field.id.is_some()
            || field.references.as_ref().is_some_and(|reference| reference.indexed)
            || self.uniques.iter().any(|u| u.filter.is_none() && leads(u.fields.first()))
            || self.indexes.iter().any(|index| {
                index.method.kind == super::MethodKind::BTree
                    && index.filter.is_none()
                    && leads(index.parts.first().map(|part| &part.field))
            })
    }
}

/// `realtime = "why"`
#[derive(Clone, Debug)]
pub(crate) struct Realtime {
    pub(crate) reason: Option<Located<String>>,
    pub(crate) at: Extent,
}

/// One field of the struct.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) ident: Ident,
    /// Its name without `r#`.
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) doc: String,
    /// `column = ".."`; the field's own name when absent.
    pub(crate) column: Option<Located<String>>,
    pub(crate) renamed_from: Option<Located<String>>,
    /// `field = ".."`; the field's own name in camel case when absent.
    pub(crate) document: Option<Located<String>>,
    pub(crate) only: Option<Located<Engine>>,
    pub(crate) ancestor: Option<Ancestor>,
    pub(crate) copy_of: Option<CopyOf>,
    /// `via = ..` that no `copy_of` took.
    pub(crate) stray_via: Option<Located<Ident>>,
    pub(crate) ttl: Option<Span>,
    /// `index(none)`: not even the index that is made without being asked for.
    pub(crate) unindexed: Option<Span>,
    pub(crate) id: Option<Id>,
    pub(crate) references: Option<Reference>,
    pub(crate) on_delete: Option<Located<OnDelete>>,
    pub(crate) default: Option<Located<Default>>,
    pub(crate) precision: Option<Located<(u16, u16)>>,
    /// Which values are valid.
    pub(crate) rules: Vec<ValueRule>,
    /// Some of its `#[validate]` could not be read.
    pub(crate) rules_unread: bool,
    pub(crate) immutable: Option<Span>,
    pub(crate) server: Option<Span>,
    pub(crate) private: Option<Span>,
    /// Some of its `#[model]` could not be read.
    pub(crate) poisoned: bool,
    /// Which keys of it.
    pub(crate) unread: UnreadKeys,
}

impl Field {
    /// The name in the table.
    pub(crate) fn column_name(&self) -> &str {
        self.column.as_ref().map_or(self.name.as_str(), |column| &column.value)
    }

    /// Where the name in the table was written.
    pub(crate) fn column_at(&self) -> Extent {
        self.column.as_ref().map_or_else(|| self.ident.span().into(), |column| column.at)
    }

    /// How far its rules bound what it may hold; what could not be read may
    /// well have done so.
    pub(crate) fn bounds(&self) -> Bounds {
        let any = |rules: &[ValueRule]| rules.iter().any(ValueRule::bounds_a_text);
        let parts = |of: fn(&Check) -> bool| {
            self.rules.iter().any(|rule| of(&rule.check) && any(rule.parts()))
        };
        let each = parts(|check| matches!(check, Check::Each(_)));
        let keys = parts(|check| matches!(check, Check::Keys(_)));
        let values = parts(|check| matches!(check, Check::Values(_)));
        let items = self
            .rules
            .iter()
            .any(|rule| matches!(&rule.check, Check::Items(count) if count.max.is_some()));
        Bounds {
            text: self.rules_unread || any(&self.rules),
            items: self.rules_unread || items,
            parts: self.rules_unread || each || (keys && values),
        }
    }

    /// Whether an engine stores it, of those that store the model.
    pub(crate) fn is_kept_by(&self, engine: Engine, model: &Model) -> bool {
        engine.keeps(model) && self.only.as_ref().is_none_or(|only| only.value == engine)
    }

    /// Whether it is a column.
    pub(crate) fn is_column(&self, model: &Model) -> bool {
        self.is_kept_by(Engine::Postgres, model)
    }

    /// Whether it stands in the body of a document: its id and the ids above
    /// it are in its path.
    pub(crate) fn is_in_the_body(&self, model: &Model) -> bool {
        self.is_kept_by(Engine::Firestore, model) && self.id.is_none() && self.ancestor.is_none()
    }

    /// The name in a document.
    pub(crate) fn document_name(&self) -> String {
        self.document.as_ref().map_or_else(|| camel_case(&self.name), |name| name.value.clone())
    }

    /// Where the name in a document was written.
    pub(crate) fn document_at(&self) -> Extent {
        self.document.as_ref().map_or_else(|| self.ident.span().into(), |name| name.at)
    }

    /// Where its type was written.
    pub(crate) fn type_at(&self) -> Extent {
        Extent::of(&self.ty)
    }

    /// The moment of making or of the last change, which the server sets.
    pub(crate) fn is_timestamp_of_the_row(&self) -> bool {
        self.name == "created_at" || self.name == "updated_at"
    }

    /// Whether its `#[model]` may be meant to say this: a key that was mistyped
    /// is not a key that is missing.
    pub(crate) fn may_declare(&self, key: &str) -> bool {
        self.unread.may_be(key)
    }

    /// Whether clients may change it once it is written.
    pub(crate) fn updatable_by_clients(&self) -> bool {
        self.id.is_none()
            && self.immutable.is_none()
            && self.server.is_none()
            && !self.is_timestamp_of_the_row()
    }
}

/// What the rules of a field bound.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// The length of a text.
    pub(crate) text: bool,
    /// The number of items.
    pub(crate) items: bool,
    /// The length of the texts in a list, or of the keys and values of a map.
    pub(crate) parts: bool,
}

/// `default = ..`
#[derive(Clone, Debug)]
pub(crate) enum Default {
    Value(Literal),
    Now,
    Empty,
    Uid,
    Sql(String),
}

/// `allow(convention, reason = "..")`
#[derive(Clone, Debug)]
pub(crate) struct Allow {
    pub(crate) convention: Located<String>,
    pub(crate) reason: Option<Located<String>>,
    /// The field it stands on; `None` on the struct.
    pub(crate) field: Option<String>,
}
