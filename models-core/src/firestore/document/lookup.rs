//! Which field of a model has a name, at one look.

use std::borrow::Cow;

use crate::schema::{Field, ModelDef};

/// The fields of a body by their names: a table that is filled while a program
/// compiles, so that a walk over a document costs one look a field.
#[derive(Debug)]
pub struct Lookup {
    slots: [Option<(&'static str, usize)>; SLOTS],
    /// Fields from here on have found no room; few models have that many.
    rest: usize,
}

const SLOTS: usize = 64;
/// A table that is fuller has long ways.
const ROOM: usize = 40;

impl Lookup {
    /// The fields of a model.
    pub(super) const fn of(model: &'static ModelDef) -> Self {
        let fields = fields(model);
        let mut slots = [None; SLOTS];
        let (mut at, mut taken) = (0, 0);
        while at < fields.len() && taken < ROOM {
            if let Some(name) = name(&fields[at]) {
                let mut slot = slot(name.as_bytes());
                while slots[slot].is_some() {
                    slot = (slot + 1) % SLOTS;
                }
                slots[slot] = Some((name, at));
                taken += 1;
            }
            at += 1;
        }
        Self { slots, rest: at }
    }

    /// Which field of the struct, counted from 0, has this name.
    #[inline]
    pub(super) fn position(&self, model: &'static ModelDef, name: &str) -> Option<usize> {
        let mut at = slot(name.as_bytes());
        while let Some(Some((known, position))) = self.slots.get(at) {
            if is(known.as_bytes(), name.as_bytes()) {
                return Some(*position);
            }
            at = (at + 1) % SLOTS;
        }
        let rest = fields(model).iter().enumerate().skip(self.rest);
        rest.filter(|(_, field)| self::name(field) == Some(name)).map(|(at, _)| at).next()
    }
}

/// The fields of a model that a program describes.
pub(super) const fn fields(model: &'static ModelDef) -> &'static [Field] {
    match &model.fields {
        Cow::Borrowed(fields) => fields,
        Cow::Owned(_) => &[],
    }
}

/// The name in the body of a document.
pub(super) const fn name(field: &'static Field) -> Option<&'static str> {
    match &field.document {
        Some(Cow::Borrowed(name)) => Some(name),
        Some(Cow::Owned(_)) | None => None,
    }
}

/// Whether a field has this name in Rust.
pub(super) const fn is_called(field: &'static Field, name: &str) -> bool {
    let Cow::Borrowed(own) = &field.name else { return false };
    let (own, name) = (own.as_bytes(), name.as_bytes());
    let mut at = 0;
    while at < own.len() && at < name.len() && own[at] == name[at] {
        at += 1;
    }
    at == own.len() && at == name.len()
}

/// Whether two names are the same. Most are short, and then two comparisons of
/// a machine's word, which may overlap, are less than a call.
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

/// Both ends of a name that has so many bytes, and its length.
fn ends<const N: usize>(name: &[u8]) -> Option<(&[u8; N], &[u8; N], usize)> {
    Some((name.first_chunk()?, name.last_chunk()?, name.len()))
}

/// Where a name is looked for first: by its length and three of its letters.
#[expect(clippy::cast_possible_truncation, reason = "any bits of it will do")]
const fn slot(name: &[u8]) -> usize {
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
    fn a_name_is_itself_and_no_other() {
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
