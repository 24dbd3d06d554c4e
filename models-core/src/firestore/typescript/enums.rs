//! Closed lists of labels, by name.

use super::names::{ModuleNames, identifier, lower, upper};
use crate::firestore::collection::CollectionModel;
use crate::firestore::error::{Error, ErrorKind};
use crate::schema::EnumType;

/// All enums that documents hold, in the order in which fields name them.
#[derive(Debug, Default)]
pub(super) struct EnumTypes<'a>(Vec<&'a EnumType>);

impl<'a> EnumTypes<'a> {
    /// Adds those of a model.
    pub(super) fn gather(
        &mut self,
        model: CollectionModel<'a>,
        names: &mut ModuleNames,
    ) -> Result<(), Error> {
        for (field, _) in model.body() {
            if let Some(of) = field.kind.labels() {
                self.add(of, model, names)?;
            }
        }
        Ok(())
    }

    fn add(
        &mut self,
        of: &'a EnumType,
        model: CollectionModel<'a>,
        names: &mut ModuleNames,
    ) -> Result<(), Error> {
        match self.0.iter().find(|known| known.name == of.name) {
            Some(known) if known.labels == of.labels => return Ok(()),
            Some(_) => return Err(model.error(ErrorKind::EnumDiffers(of.name.to_string()))),
            None => {}
        }
        let (name, labels) = named(of);
        names.take(model, name)?;
        names.take(model, labels)?;
        self.0.push(of);
        Ok(())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &'a EnumType> {
        self.0.iter().copied()
    }

    /// The names of the type and of its labels.
    pub(super) fn names(&self, of: &EnumType) -> Option<(String, String)> {
        self.0.iter().any(|known| known.name == of.name).then(|| named(of))
    }
}

/// `PostStatus` and `postStatusLabels`.
pub(super) fn named(of: &EnumType) -> (String, String) {
    let name = upper(&identifier(&of.name));
    let labels = lower(&name) + "Labels";
    (name, labels)
}
