//! A text word by word, and the cheapest way to put it together again: what
//! every printer is held against.

/// Where each word begins; the white space behind it is its own.
#[derive(Clone, Debug)]
pub struct Pieces {
    words: Vec<Box<str>>,
}

impl Pieces {
    /// Cuts a text behind its white space.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self { words: text.split_inclusive([' ', '\n']).map(Into::into).collect() }
    }

    /// One `push_str` for each word, into a string that grows as it must.
    #[must_use]
    pub fn join(&self) -> String {
        let mut text = String::new();
        for word in &self.words {
            text.push_str(word);
        }
        text
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.words.len()
    }
}
