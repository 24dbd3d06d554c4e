//! Writing a model into bytes.

use super::Wire;
use super::buffer::Buffer;
use super::tags;
use crate::firestore::document::form::{BodyWriter, WriteDocument};
use crate::firestore::document::ids::WriteIds;
use crate::firestore::document::{Database, DocumentError, DocumentModel, path};
use crate::types::FieldType;
use crate::types::document::{FieldError, Nesting, PathSegment, ValueWriter, check_field_name};

/// Writes one value, and then what it is in, in front of it.
struct WireWriter<'b> {
    buffer: &'b mut Buffer,
    database: &'b Database,
    nesting: Nesting,
    parent: Container<'b>,
}

/// What a value is in.
#[derive(Clone, Copy)]
enum Container<'b> {
    /// The field of a document or the entry of a map: its tag in the message,
    /// and its name.
    Entry(u64, &'b str),
    /// A list.
    List,
}

impl WireWriter<'_> {
    /// Writes the content of the value, and then what it is in.
    #[inline]
    fn write(self, content: impl FnOnce(&mut Buffer)) {
        let end = self.buffer.len();
        content(self.buffer);
        self.parent.close(self.buffer, end);
    }
}

impl Container<'_> {
    #[inline]
    fn close(self, buffer: &mut Buffer, end: usize) {
        match self {
            Container::Entry(tag, name) => {
                buffer.close(tags::ENTRY_VALUE, end);
                buffer.text(tags::ENTRY_KEY, name.as_bytes());
                buffer.close(tag, end);
            }
            Container::List => buffer.close(tags::ITEMS, end),
        }
    }
}

impl ValueWriter for WireWriter<'_> {
    type Output = ();

    fn nesting(&self) -> Nesting {
        self.nesting
    }

    fn absent(self) {}

    fn null(self) {
        self.write(|to| to.number(tags::NULL, 0));
    }

    fn boolean(self, value: bool) {
        self.write(|to| to.number(tags::BOOLEAN, u64::from(value)));
    }

    fn integer(self, value: i64) {
        self.write(|to| to.number(tags::INTEGER, value.cast_unsigned()));
    }

    fn double(self, value: f64) {
        self.write(|to| to.double(tags::DOUBLE, value));
    }

    fn timestamp(self, seconds: i64, nanos: i32) {
        self.write(|to| {
            let end = to.len();
            // Zeros are left out.
            if nanos != 0 {
                to.number(tags::NANOS, i64::from(nanos).cast_unsigned());
            }
            if seconds != 0 {
                to.number(tags::SECONDS, seconds.cast_unsigned());
            }
            to.close(tags::TIMESTAMP, end);
        });
    }

    fn text(self, value: &str) {
        self.write(|to| to.text(tags::STRING, value.as_bytes()));
    }

    fn bytes(self, value: &[u8]) {
        self.write(|to| to.text(tags::BYTES, value));
    }

    fn reference(self, path: &str) {
        let documents = self.database.documents();
        self.write(|to| {
            let end = to.len();
            to.put(path.as_bytes());
            to.put(b"/");
            to.put(documents.as_bytes());
            to.close(tags::REFERENCE, end);
        });
    }

    fn geo_point(self, latitude: f64, longitude: f64) {
        self.write(|to| {
            let end = to.len();
            for (tag, degrees) in [(tags::LONGITUDE, longitude), (tags::LATITUDE, latitude)] {
                if degrees.to_bits() != 0 {
                    to.double(tag, degrees);
                }
            }
            to.close(tags::GEO_POINT, end);
        });
    }

    fn vector(self, numbers: impl ExactSizeIterator<Item = f64> + DoubleEndedIterator) {
        self.write(|to| {
            let map = to.len();
            for number in numbers.rev() {
                let end = to.len();
                to.double(tags::DOUBLE, number);
                to.close(tags::ITEMS, end);
            }
            to.close(tags::ARRAY, map);
            Container::Entry(tags::ITEMS, "value").close(to, map);
            let end = to.len();
            to.text(tags::STRING, b"__vector__");
            Container::Entry(tags::ITEMS, "__type__").close(to, end);
            to.close(tags::MAP, map);
        });
    }

    fn array<'v, T: FieldType + 'v>(
        self,
        items: impl ExactSizeIterator<Item = &'v T> + DoubleEndedIterator,
    ) -> Result<(), FieldError> {
        let Self { buffer, database, nesting, parent } = self;
        let (end, nesting) = (buffer.len(), nesting.element());
        for (index, item) in items.enumerate().rev() {
            let one = WireWriter { buffer, database, nesting, parent: Container::List };
            item.write_value(one).map_err(|error| error.within(PathSegment::Index(index)))?;
        }
        buffer.close(tags::ARRAY, end);
        parent.close(buffer, end);
        Ok(())
    }

    fn map<'v, T: FieldType + 'v>(
        self,
        entries: impl ExactSizeIterator<Item = (&'v str, &'v T)> + DoubleEndedIterator,
    ) -> Result<(), FieldError> {
        let Self { buffer, database, nesting, parent } = self;
        let (end, nesting) = (buffer.len(), nesting.entry());
        for (key, value) in entries.rev() {
            let one = WireWriter {
                buffer,
                database,
                nesting,
                parent: Container::Entry(tags::ITEMS, key),
            };
            let stored = check_field_name(key).and_then(|()| value.write_value(one));
            stored.map_err(|error| error.within(PathSegment::Key(key.into())))?;
        }
        buffer.close(tags::MAP, end);
        parent.close(buffer, end);
        Ok(())
    }
}

/// Writes the body of a document.
struct WireBody<'d> {
    buffer: Buffer,
    database: &'d Database,
    errors: Vec<FieldError>,
}

impl BodyWriter for WireBody<'_> {
    fn field<T: FieldType>(&mut self, name: &'static str, value: &T) {
        let writer = WireWriter {
            buffer: &mut self.buffer,
            database: self.database,
            nesting: Nesting::default(),
            parent: Container::Entry(tags::DOCUMENT_FIELDS, name),
        };
        if let Err(error) = value.write_value(writer) {
            self.errors.push(error.within(PathSegment::Field(name.into())));
        }
    }
}

impl WriteDocument for Wire {
    fn write<M: DocumentModel>(
        model: &M,
        database: &Database,
        above: Option<&str>,
    ) -> Result<Self, DocumentError> {
        let mut body = WireBody { buffer: Buffer::new(), database, errors: Vec::new() };
        let ids: WriteIds<'_> = &|to| model.write_ids(to);
        let name = path::full_name(M::DEFINITION, ids, database, above, &mut body.errors);
        model.write_fields(&mut body);
        if !body.errors.is_empty() {
            return Err(DocumentError::new(M::DEFINITION, &name, body.errors));
        }
        body.buffer.text(tags::DOCUMENT_NAME, name.as_bytes());
        Ok(Self(body.buffer.into_bytes()))
    }
}
