//! Writing a model into bytes.

use super::Wire;
use super::buffer::Buffer;
use super::numbers::{FIRST, PARTS, SECOND, document, entry, value};
use crate::firestore::document::form::WriteDocument;
use crate::firestore::document::{Body, Database, DocumentError, DocumentModel, path};
use crate::types::FieldType;
use crate::types::document::{Outcome, Place, Problem, Sink, Step, name_is_legal};

/// A value that is being written: what is around it comes in front.
struct One<'b> {
    buffer: &'b mut Buffer,
    database: &'b Database,
    place: Place,
    around: Around<'b>,
}

/// What a value is in.
#[derive(Clone, Copy)]
enum Around<'b> {
    /// The field of a document, or the entry of a map: the message's own number
    /// for it, and its name.
    Entry(u32, &'b str),
    /// A list.
    List,
}

impl One<'_> {
    /// Writes the content of the value, and then what is around it.
    #[inline]
    fn write(self, content: impl FnOnce(&mut Buffer)) {
        let end = self.buffer.len();
        content(self.buffer);
        self.around.close(self.buffer, end);
    }
}

impl Around<'_> {
    #[inline]
    fn close(self, buffer: &mut Buffer, end: usize) {
        match self {
            Around::Entry(number, name) => {
                buffer.close(entry::VALUE, end);
                buffer.text(entry::KEY, name.as_bytes());
                buffer.close(number, end);
            }
            Around::List => buffer.close(PARTS, end),
        }
    }
}

impl Sink for One<'_> {
    type Done = ();

    fn place(&self) -> Place {
        self.place
    }

    fn absent(self) {}

    fn null(self) {
        self.write(|to| to.number(value::NULL, 0));
    }

    fn boolean(self, value: bool) {
        self.write(|to| to.number(value::BOOLEAN, u64::from(value)));
    }

    fn integer(self, value: i64) {
        self.write(|to| to.number(value::INTEGER, value.cast_unsigned()));
    }

    fn double(self, value: f64) {
        self.write(|to| to.double(value::DOUBLE, value));
    }

    fn timestamp(self, seconds: i64, nanos: i32) {
        self.write(|to| {
            let end = to.len();
            // What is zero is left out.
            if nanos != 0 {
                to.number(SECOND, i64::from(nanos).cast_unsigned());
            }
            if seconds != 0 {
                to.number(FIRST, seconds.cast_unsigned());
            }
            to.close(value::TIMESTAMP, end);
        });
    }

    fn text(self, value: &str) {
        self.write(|to| to.text(value::STRING, value.as_bytes()));
    }

    fn bytes(self, value: &[u8]) {
        self.write(|to| to.text(value::BYTES, value));
    }

    fn reference(self, path: &str) {
        let documents = self.database.documents();
        self.write(|to| {
            let end = to.len();
            to.put(path.as_bytes());
            to.put(b"/");
            to.put(documents.as_bytes());
            to.close(value::REFERENCE, end);
        });
    }

    fn geo_point(self, latitude: f64, longitude: f64) {
        self.write(|to| {
            let end = to.len();
            for (number, degrees) in [(SECOND, longitude), (FIRST, latitude)] {
                if degrees.to_bits() != 0 {
                    to.double(number, degrees);
                }
            }
            to.close(value::GEO_POINT, end);
        });
    }

    fn vector(self, numbers: impl ExactSizeIterator<Item = f64> + DoubleEndedIterator) {
        self.write(|to| {
            let map = to.len();
            for number in numbers.rev() {
                let end = to.len();
                to.double(value::DOUBLE, number);
                to.close(PARTS, end);
            }
            to.close(value::ARRAY, map);
            Around::Entry(PARTS, "value").close(to, map);
            let end = to.len();
            to.text(value::STRING, b"__vector__");
            Around::Entry(PARTS, "__type__").close(to, end);
            to.close(value::MAP, map);
        });
    }

    fn array<'v, T: FieldType + 'v>(
        self,
        items: impl ExactSizeIterator<Item = &'v T> + DoubleEndedIterator,
    ) -> Outcome<()> {
        let Self { buffer, database, place, around } = self;
        let (end, place) = (buffer.len(), place.element());
        for (index, item) in items.enumerate().rev() {
            let one = One { buffer, database, place, around: Around::List };
            item.store(one).map_err(|problem| problem.within(Step::Index(index)))?;
        }
        buffer.close(value::ARRAY, end);
        around.close(buffer, end);
        Ok(())
    }

    fn map<'v, T: FieldType + 'v>(
        self,
        entries: impl ExactSizeIterator<Item = (&'v str, &'v T)> + DoubleEndedIterator,
    ) -> Outcome<()> {
        let Self { buffer, database, place, around } = self;
        let (end, place) = (buffer.len(), place.entry());
        for (key, value) in entries.rev() {
            let one = One { buffer, database, place, around: Around::Entry(PARTS, key) };
            let stored = name_is_legal(key).and_then(|()| value.store(one));
            stored.map_err(|problem| problem.within(Step::Key(key.into())))?;
        }
        buffer.close(value::MAP, end);
        around.close(buffer, end);
        Ok(())
    }
}

/// The fields that are being written.
struct All<'d> {
    buffer: Buffer,
    database: &'d Database,
    problems: Vec<Problem>,
}

impl Body for All<'_> {
    fn key<T: FieldType>(&mut self, _: &'static str, _: usize, _: &T) {}

    fn put<T: FieldType>(&mut self, name: &'static str, value: &T) {
        let one = One {
            buffer: &mut self.buffer,
            database: self.database,
            place: Place::default(),
            around: Around::Entry(document::FIELDS, name),
        };
        if let Err(problem) = value.store(one) {
            self.problems.push(problem.within(Step::Field(name.into())));
        }
    }
}

impl WriteDocument for Wire {
    fn write<M: DocumentModel>(
        model: &M,
        database: &Database,
        above: Option<&str>,
    ) -> Result<Self, DocumentError> {
        let mut all = All { buffer: Buffer::new(), database, problems: Vec::new() };
        let name = path::name(model, database, above, &mut all.problems);
        model.walk(&mut all);
        DocumentError::unless_sound::<M>(&name, all.problems)?;
        all.buffer.text(document::NAME, name.as_bytes());
        Ok(Self(all.buffer.into_bytes()))
    }
}
