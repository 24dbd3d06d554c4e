//! Denormalised copies: which documents repeat a field of another
//! (`copy_of = Member::display_name, via = author`), how they are brought up to
//! date when it changes, and which of them are stale.
//!
//! [`Copies`] is the plan: what is copied where, how the copies of one document
//! are found, and the index that it takes. [`FanOut`] carries it out on a
//! [`Store`], in bounded batches, from wherever it stopped; [`FanOut::stale`]
//! lists what differs.
//!
//! ```
//! use models_core::firestore::copies::Copies;
//! use models_core::schema::{List, Schema};
//! let copies = Copies::of(&Schema { models: List::Borrowed(&[]) })?;
//! assert_eq!(copies.sets().count(), 0);
//! # Ok::<(), models_core::firestore::Error>(())
//! ```

#[cfg(feature = "firestore-client")]
mod client;
mod fan_out;
mod find;
mod memory;
mod plan;
mod set;
mod stale;
mod store;

pub use fan_out::{Batch, BatchLimits, Cursor, FanOut, Report};
pub use memory::{Memory, Refused};
pub use plan::Copies;
pub use set::{Copied, CopySet, NeededIndex, SourceId};
pub use stale::{Stale, StalePage};
pub use store::{Find, Store};
