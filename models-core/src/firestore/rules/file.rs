//! The whole file.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use super::collections::Collections;
use super::cost::Cost;
use super::language::Block;
use super::limits;
use super::names::FunctionNames;
use super::plan::Plan;
use super::region::{Regions, regions};
use super::unchecked::Unchecked;
use crate::firestore::{Error, ErrorKind};
use crate::schema::Schema;

/// The rules of all collections of a schema.
///
/// `Display` is the file `firestore.rules`. Everything outside of the schema's
/// collections is denied, and so is whatever no rule allows. Server libraries
/// bypass the rules.
///
/// ```
/// use models_core::firestore::Rules;
/// use models_core::schema::{List, Schema};
/// let schema = Schema { models: List::Borrowed(&[]) };
/// let rules = Rules::new(&schema)?;
/// assert!(rules.to_text().starts_with("rules_version = '2';\n"));
/// # Ok::<(), models_core::firestore::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Rules {
    text: String,
    regions: Regions,
    costs: Vec<Cost>,
    unchecked: Vec<Unchecked>,
}

impl Rules {
    /// The rules for a schema. Models without a collection have none.
    ///
    /// # Errors
    ///
    /// The first contradiction in the schema, the first part of it that the rules
    /// language cannot express, or the first limit of Firestore that it exceeds.
    pub fn new(schema: &Schema) -> Result<Self, Error> {
        let collections = Collections::new(schema)?;
        let mut names = FunctionNames::default();
        let (mut costs, mut unchecked) = (Vec::new(), Vec::new());
        let (mut blocks, mut groups) = (Vec::new(), Vec::new());
        for model in collections.iter() {
            let plan = Plan::new(model, &collections, &mut names)?;
            blocks.push(Some(plan.block));
            groups.extend(plan.group);
            costs.extend(plan.costs);
            unchecked.extend(plan.unchecked);
        }
        let mut inner = nested(None, &collections.below(), &mut blocks);
        inner.extend(groups);
        let (mut text, mut regions) = (HEAD.to_owned(), Regions::default());
        top(inner).write(&mut text, &mut regions, 2);
        text.push_str("}\n");
        Self { text, regions, costs, unchecked }.fits()
    }

    /// The same rules, with the hand-written rules from the regions of a file that
    /// was printed earlier. Everything outside of the regions is printed again.
    ///
    /// # Errors
    ///
    /// When a region of the file is broken, or is not empty and belongs to no
    /// collection of the schema.
    ///
    /// ```
    /// use models_core::firestore::Rules;
    /// use models_core::schema::{List, Schema};
    /// let schema = Schema { models: List::Borrowed(&[]) };
    /// let edited = Rules::new(&schema)?.to_text().replace(
    ///     "// </own>",
    ///     "match /status/{id} { allow get; }\n    // </own>",
    /// );
    /// let printed_again = Rules::new(&schema)?.merge(&edited)?;
    /// assert_eq!(printed_again.to_text(), edited);
    /// # Ok::<(), models_core::firestore::Error>(())
    /// ```
    pub fn merge(mut self, file: &str) -> Result<Self, Error> {
        let mut lines = regions(file)?;
        self.text = self.regions.fill(&self.text, &mut lines);
        let gone = lines.into_iter().find(|(_, text)| !text.trim().is_empty());
        match gone {
            Some((name, _)) => Err(Error::new(&name, ErrorKind::RegionIsGone)),
            None => self.fits(),
        }
    }

    /// The whole file: what `Display` writes.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.text.clone()
    }

    /// What each operation costs at most, in the order of the models.
    #[must_use]
    pub fn costs(&self) -> &[Cost] {
        &self.costs
    }

    /// What the rules do not check, so that it has to be checked elsewhere.
    #[must_use]
    pub fn unchecked(&self) -> &[Unchecked] {
        &self.unchecked
    }

    fn fits(self) -> Result<Self, Error> {
        let bytes = self.text.len();
        if bytes > limits::SOURCE {
            return Err(Error::new("", ErrorKind::Source(bytes)));
        }
        Ok(self)
    }
}

/// The block around all others.
fn top(inner: Vec<Block<'_>>) -> Block<'_> {
    Block {
        comments: Vec::new(),
        path: "/databases/{database}/documents".to_owned(),
        allows: Vec::new(),
        functions: Vec::new(),
        inner,
        region: Some("/".to_owned()),
    }
}

/// The blocks inside this one, each with those inside it.
fn nested<'a>(
    above: Option<usize>,
    below: &BTreeMap<Option<usize>, Vec<usize>>,
    blocks: &mut [Option<Block<'a>>],
) -> Vec<Block<'a>> {
    let mut inner = Vec::new();
    for &at in below.get(&above).into_iter().flatten() {
        let Some(mut block) = blocks.get_mut(at).and_then(Option::take) else { continue };
        block.inner = nested(Some(at), below, blocks);
        inner.push(block);
    }
    inner
}

const HEAD: &str = "\
rules_version = '2';

// Printed by backend-models. Change the structs and print it again: only what stands between
// `<own ..>` and `</own>` is kept.
//
// What nothing allows is denied. A rule of one's own can allow more, and cannot deny.
service cloud.firestore {
";

impl Display for Rules {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
