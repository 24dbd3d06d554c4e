//! Bringing copies up to date.

use super::find;
use super::plan::Copies;
use super::set::CopySet;
use super::store::Store;
use crate::firestore::document::{
    Database, Document, Fields, Precondition, Write, WriteOperation, field_path, size,
};

/// Brings the copies of a database up to date.
#[derive(Debug)]
pub struct FanOut<'a, S> {
    pub(super) store: &'a S,
    pub(super) database: &'a Database,
    pub(super) copies: &'a Copies,
    pub(super) limits: BatchLimits,
}

/// How much one batch may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BatchLimits {
    /// Documents that are read, and at most written, in one batch: 1 to 500.
    pub documents: usize,
    /// Bytes that are written in one request, about; a single document may take
    /// more.
    pub bytes: usize,
}

/// 500 documents, 4 MiB: half of what Firestore accepts.
impl Default for BatchLimits {
    fn default() -> Self {
        Self { documents: 500, bytes: 4 << 20 }
    }
}

/// How far a fan-out, or a check, has come. It is plain data: store it to resume
/// after a failure or in another process.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The set of copies.
    pub set: usize,
    /// The last document of the set that is done, by its full name.
    pub after: Option<String>,
}

/// What one batch did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Copies that were read.
    pub read: usize,
    /// Copies that were written: those that differed.
    pub written: usize,
    /// Copies that still have an old value: their source is gone, and they
    /// cannot be absent.
    pub left: usize,
    /// Where to resume; `None` at the end.
    pub next: Option<Cursor>,
}

/// What a whole fan-out did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Copies that were read.
    pub read: usize,
    /// Copies that were written: those that differed.
    pub written: usize,
    /// Copies that still have an old value; see [`Batch::left`].
    pub left: usize,
}

impl<'a, S: Store> FanOut<'a, S> {
    /// With the default limits.
    #[must_use]
    pub fn new(store: &'a S, database: &'a Database, copies: &'a Copies) -> Self {
        Self { store, database, copies, limits: BatchLimits::default() }
    }

    /// With other limits; those out of range are clamped.
    #[must_use]
    pub fn with_limits(self, limits: BatchLimits) -> Self {
        let documents = limits.documents.clamp(1, 500);
        Self { limits: BatchLimits { documents, bytes: limits.bytes.max(1) }, ..self }
    }

    /// Brings all copies of the document at this path up to date: after it was
    /// written, or deleted.
    ///
    /// The document is read again for each batch, so of two simultaneous fan-outs
    /// the later one wins. `updated_at` of the copies does not change: nobody
    /// edited them. `progress` gets the cursor after each batch.
    ///
    /// # Errors
    /// Those of the store. What was done stays done; resume from the last cursor.
    pub async fn run(
        &self,
        source: &str,
        from: Cursor,
        mut progress: impl FnMut(&Cursor),
    ) -> Result<Report, S::Error> {
        let (mut report, mut next) = (Report::default(), Some(from));
        while let Some(cursor) = next {
            let batch = self.batch(source, &cursor).await?;
            report.read += batch.read;
            report.written += batch.written;
            report.left += batch.left;
            next = batch.next;
            if let Some(cursor) = &next {
                progress(cursor);
            }
        }
        Ok(report)
    }

    /// The next batch alone.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn batch(&self, source: &str, from: &Cursor) -> Result<Batch, S::Error> {
        let mut sets = self.copies.from(source).filter(|(at, _)| *at >= from.set);
        let Some((at, set)) = sets.next() else {
            return Ok(Batch { read: 0, written: 0, left: 0, next: None });
        };
        let after = from.after.clone().filter(|_| at == from.set);
        let (copies, last) = self.page(set, source, after).await?;
        let original = self.store.get(&[self.database.name(source)]).await?.pop().flatten();
        let (mut writes, mut left) = (Vec::new(), 0);
        let of = copies.iter().filter(|copy| find::is_of(set, self.database, &copy.name));
        for copy in of {
            let (write, stays) = refresh(set, copy, original.as_ref());
            writes.extend(write);
            left += usize::from(stays);
        }
        let (read, written) = (copies.len(), writes.len());
        self.commit(writes).await?;
        let next = match last {
            Some(after) => Some(Cursor { set: at, after: Some(after) }),
            None => sets.next().map(|(set, _)| Cursor { set, after: None }),
        };
        Ok(Batch { read, written, left, next })
    }

    /// A page of copies, and the last of them where there may be more.
    async fn page(
        &self,
        set: &CopySet,
        source: &str,
        after: Option<String>,
    ) -> Result<(Vec<Document>, Option<String>), S::Error> {
        if let Some(twin) = find::twin(set, self.database, source) {
            let twin = self.store.get(&[twin]).await?.into_iter().flatten().collect();
            return Ok((twin, None));
        }
        let mut find = find::copies(set, self.database, source);
        find.after = after;
        find.limit = self.limits.documents;
        let copies = self.store.find(&find).await?;
        let is_full = copies.len() >= self.limits.documents;
        let last = copies.last().filter(|_| is_full).map(|copy| copy.name.clone());
        Ok((copies, last))
    }

    /// Commits in requests of limited size.
    async fn commit(&self, writes: Vec<Write>) -> Result<(), S::Error> {
        let (mut some, mut bytes) = (Vec::new(), 0);
        for write in writes {
            let more = size(&write);
            if bytes + more > self.limits.bytes && !some.is_empty() {
                self.store.commit(std::mem::take(&mut some)).await?;
                bytes = 0;
            }
            bytes += more;
            some.push(write);
        }
        if some.is_empty() { Ok(()) } else { self.store.commit(some).await }
    }
}

/// The write that makes a copy equal, if it is not; and whether it still has an
/// old value.
fn refresh(set: &CopySet, copy: &Document, original: Option<&Document>) -> (Option<Write>, bool) {
    let (mut fields, mut mask, mut stays) = (Fields::new(), Vec::new(), false);
    for field in &set.fields {
        let should = original.and_then(|original| original.fields.get(&field.source));
        if copy.fields.get(&field.copy) == should {
            continue;
        }
        match should {
            Some(value) => drop(fields.insert(field.copy.clone(), value.clone())),
            None if field.optional => {}
            None => {
                stays = true;
                continue;
            }
        }
        mask.push(field_path(&field.copy));
    }
    let write = (!mask.is_empty()).then(|| Write {
        operation: WriteOperation::Update {
            document: Document { name: copy.name.clone(), fields, ..Document::default() },
            mask: Some(mask),
            transforms: Vec::new(),
        },
        precondition: Some(Precondition::Exists(true)),
    });
    (write, stays)
}
