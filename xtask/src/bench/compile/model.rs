//! One of the models, and whom it refers to.

/// How models refer to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Each to the one with an eighth of its number: few levels, as in life.
    Tree,
    /// Each to the one before it.
    Chain,
}

/// A model by its number. Number 0 are the profiles, which own all rows;
/// number 1 is the first in the tree. These two refer to no other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Model {
    pub(super) number: usize,
    pub(super) shape: Shape,
}

impl Model {
    /// The models of a package.
    pub(super) fn all(count: usize, shape: Shape) -> impl Iterator<Item = Self> {
        (0..count).map(move |number| Self { number, shape })
    }

    /// The struct's name where each has its own.
    pub(super) fn name(self) -> String {
        format!("Model{:04}", self.number)
    }

    /// The module's name.
    pub(super) fn module(self) -> String {
        format!("model_{:04}", self.number)
    }

    /// The table's name.
    pub(super) fn table(self) -> String {
        format!("table_{:04}", self.number)
    }

    /// Whom `parent_id` refers to.
    pub(super) fn parent(self) -> Option<Self> {
        let number = match (self.number, self.shape) {
            (0 | 1, _) => return None,
            (number, Shape::Tree) => (number / 8).max(1),
            (number, Shape::Chain) => number - 1,
        };
        Some(Self { number, ..self })
    }

    /// Whom `owner_id` refers to.
    pub(super) fn owner(self) -> Option<Self> {
        (self.number > 1).then_some(Self { number: 0, ..self })
    }

    /// Both, each under the name of its column without `_id`.
    pub(super) fn relations(self) -> impl Iterator<Item = (&'static str, Self)> {
        let parent = self.parent().map(|parent| ("parent", parent));
        parent.into_iter().chain(self.owner().map(|owner| ("owner", owner)))
    }

    /// A line of source for each relation.
    pub(super) fn each_relation(self, line: impl Fn(&'static str, Self) -> String) -> String {
        self.relations().map(|(name, other)| line(name, other)).collect::<Vec<_>>().concat()
    }
}

#[cfg(test)]
mod tests {
    use super::{Model, Shape};

    #[test]
    fn parents_come_before_and_are_never_the_owner() {
        for shape in [Shape::Tree, Shape::Chain] {
            for model in Model::all(300, shape).skip(2) {
                let parent = model.parent().expect("only the first two have none").number;
                assert!(parent > 0 && parent < model.number, "{parent} of {}", model.number);
            }
        }
    }
}
