//! The chores that run other programs of the workspace.

pub(crate) mod ci;
pub(crate) mod demo;
pub(crate) mod deny;
pub(crate) mod engines;
pub(crate) mod soak;
pub(crate) mod test;
