//! The file.

use std::fmt::{self, Write};

use super::field::{IndexField, Mode};
use super::{CompositeIndex, FieldIndex, FieldOverride, Indexes};
use crate::firestore::text::json::JsonWriter;

impl fmt::Display for Indexes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        JsonWriter::new(f).object(|json| {
            json.member("indexes")?.array(self.composites(), composite)?;
            json.member("fieldOverrides")?.array(self.overrides(), field_override)
        })?;
        f.write_char('\n')
    }
}

fn composite<W: Write>(json: &mut JsonWriter<'_, W>, index: &CompositeIndex<'_>) -> fmt::Result {
    json.object(|json| {
        json.member("collectionGroup")?.text(index.collection)?;
        json.member("queryScope")?.text(index.scope.word())?;
        json.member("fields")?.array(&index.fields, field)
    })
}

fn field<W: Write>(json: &mut JsonWriter<'_, W>, field: &IndexField<'_>) -> fmt::Result {
    json.object(|json| {
        json.member("fieldPath")?.text(field.path)?;
        mode(json, field.mode)
    })
}

fn field_override<W: Write>(json: &mut JsonWriter<'_, W>, one: &FieldOverride<'_>) -> fmt::Result {
    json.object(|json| {
        json.member("collectionGroup")?.text(one.collection)?;
        json.member("fieldPath")?.text(one.path)?;
        if one.ttl {
            json.member("ttl")?.plain(true)?;
        }
        json.member("indexes")?.array(&one.indexes, field_index)
    })
}

fn field_index<W: Write>(json: &mut JsonWriter<'_, W>, index: &FieldIndex) -> fmt::Result {
    json.object(|json| {
        mode(json, index.mode)?;
        json.member("queryScope")?.text(index.scope.word())
    })
}

fn mode<W: Write>(json: &mut JsonWriter<'_, W>, mode: Mode) -> fmt::Result {
    match mode {
        Mode::Ascending => json.member("order")?.text("ASCENDING"),
        Mode::Descending => json.member("order")?.text("DESCENDING"),
        Mode::Contains => json.member("arrayConfig")?.text("CONTAINS"),
        Mode::Vector(dimensions) => json.member("vectorConfig")?.object(|json| {
            json.member("dimension")?.plain(dimensions)?;
            json.member("flat")?.object(|_| Ok(()))
        }),
    }
}
