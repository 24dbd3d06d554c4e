//! What is known of a model's documents while it compiles. The code that needs
//! only names takes it, so that it is compiled once, and not for each model.

use std::borrow::Cow;

use crate::schema::{CollectionPath, Field, ModelDef, Node};

/// A model's description, prepared for reading and writing documents.
#[derive(Debug)]
pub struct DocumentDef {
    pub(super) model: &'static ModelDef,
    pub(super) collection: &'static CollectionPath,
    /// Whether the model holds the ids of all documents above its own.
    pub(super) holds_its_path: bool,
    positions: FieldTable,
}

impl DocumentDef {
    /// Of a model with a collection.
    #[expect(clippy::panic, reason = "this is how a constant becomes a compile error")]
    pub(super) const fn new(
        model: &'static ModelDef,
        path: Option<&'static CollectionPath>,
    ) -> Self {
        let Some(collection) = path else {
            // Only while it compiles, and only by hand: the derive implements
            // `DocumentModel` beside a path and nowhere else.
            panic!("a document model has a collection")
        };
        Self {
            model,
            collection,
            holds_its_path: holds_its_path(model, collection),
            positions: FieldTable::new(fields(model)),
        }
    }

    /// The fields of the struct.
    pub(super) const fn fields(&self) -> &'static [Field] {
        fields(self.model)
    }

    /// The names in the body of those fields that a condition holds for.
    pub(super) fn names(
        &self,
        condition: fn(&Field) -> bool,
    ) -> impl Iterator<Item = &'static str> {
        self.fields().iter().filter(move |field| condition(field)).filter_map(document_name)
    }

    /// Which field of the struct, counted from 0, has this name in the body.
    #[inline]
    pub(super) fn position(&self, name: &[u8]) -> Option<usize> {
        self.positions.find(name, self.fields())
    }

    /// The field's name in the body, or its Rust name when it is an id.
    pub(super) fn name_at(&self, at: usize) -> &'static str {
        let Some(field) = self.fields().get(at) else { return "" };
        document_name(field).unwrap_or(match &field.name {
            Cow::Borrowed(name) => name,
            Cow::Owned(_) => "",
        })
    }

    /// The name in the body of the field with this Rust name.
    pub(super) const fn document_name_of(&self, field: &str) -> Option<&'static str> {
        let fields = self.fields();
        let mut at = 0;
        while at < fields.len() {
            if let Cow::Borrowed(name) = &fields[at].name
                && same(name.as_bytes(), field.as_bytes())
            {
                return document_name(&fields[at]);
            }
            at += 1;
        }
        None
    }
}

const fn fields(model: &'static ModelDef) -> &'static [Field] {
    match &model.fields {
        Cow::Borrowed(fields) => fields,
        Cow::Owned(_) => &[],
    }
}

const fn document_name(field: &'static Field) -> Option<&'static str> {
    match &field.document {
        Some(Cow::Borrowed(name)) => Some(name),
        Some(Cow::Owned(_)) | None => None,
    }
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

const fn holds_its_path(model: &'static ModelDef, path: &'static CollectionPath) -> bool {
    let (mut above, fields) = (path, fields(model));
    while let Some(Node::Static(next)) = &above.parent {
        let (mut at, mut held) = (0, false);
        while at < fields.len() {
            if let Some(Node::Static(ancestor)) = &fields[at].ancestor {
                held |= ancestor.is(next);
            }
            at += 1;
        }
        if !held {
            return false;
        }
        above = next;
    }
    true
}

/// The positions of fields by their names in the body: a hash table that is
/// filled at compile time.
#[derive(Debug)]
struct FieldTable {
    slots: [Option<(&'static [u8], usize)>; SLOTS],
    /// The fields from here on are not in the table; few models have so many.
    rest: usize,
}

const SLOTS: usize = 64;
/// A fuller table has long chains.
const MAX_ENTRIES: usize = 40;

impl FieldTable {
    const fn new(fields: &'static [Field]) -> Self {
        let mut slots = [None; SLOTS];
        let (mut at, mut taken) = (0, 0);
        while at < fields.len() && taken < MAX_ENTRIES {
            if let Some(name) = document_name(&fields[at]) {
                let mut slot = hash(name.as_bytes());
                while slots[slot].is_some() {
                    slot = (slot + 1) % SLOTS;
                }
                slots[slot] = Some((name.as_bytes(), at));
                taken += 1;
            }
            at += 1;
        }
        Self { slots, rest: at }
    }

    #[inline]
    fn find(&self, name: &[u8], fields: &'static [Field]) -> Option<usize> {
        let mut slot = hash(name);
        while let Some(Some((known, position))) = self.slots.get(slot) {
            if is(known, name) {
                return Some(*position);
            }
            slot = (slot + 1) % SLOTS;
        }
        let is_it = |field| document_name(field).is_some_and(|known| known.as_bytes() == name);
        (self.rest..)
            .zip(fields.get(self.rest..)?)
            .find(|(_, field)| is_it(field))
            .map(|(at, _)| at)
    }
}

/// Whether two names are the same. Most are short: two comparisons of a machine
/// word, which may overlap, are cheaper than a call.
#[inline]
fn is(own: &[u8], name: &[u8]) -> bool {
    if own.len() != name.len() {
        return false;
    }
    match (ends::<8>(own), ends::<8>(name)) {
        (Some(own), Some(name)) if name.2 <= 16 => own == name,
        (None, None) => match (ends::<4>(own), ends::<4>(name)) {
            (Some(own), Some(name)) => own == name,
            _ => own.iter().eq(name),
        },
        _ => own == name,
    }
}

/// The first and the last bytes of a name that is long enough, and its length.
#[inline]
fn ends<const N: usize>(name: &[u8]) -> Option<(&[u8; N], &[u8; N], usize)> {
    Some((name.first_chunk()?, name.last_chunk()?, name.len()))
}

/// The slot of a name, by its length and three of its letters.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "any bits of it will do")]
const fn hash(name: &[u8]) -> usize {
    let [first, .., last] = name else { return name.len() };
    let middle = name[name.len() / 2];
    let letters = (*first as u32) << 16 | (middle as u32) << 8 | *last as u32;
    let mixed = (letters ^ (name.len() as u32) << 24).wrapping_mul(0x9e37_79b1);
    (mixed >> 26) as usize
}

#[cfg(test)]
mod tests {
    use super::is;

    #[test]
    fn a_name_equals_itself_and_no_other() {
        for length in 0..40 {
            let name = vec![b'a'; length];
            assert!(is(&name, &name.clone()), "{length}");
            assert!(!is(&name, &vec![b'a'; length + 1]), "{length}");
            for at in 0..length {
                let mut other = name.clone();
                other[at] = b'b';
                assert!(!is(&name, &other), "{length}, {at}");
            }
        }
    }
}
