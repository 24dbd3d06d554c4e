//! A message that is built in a constant.

/// A text of up to 4,000 bytes; findings that do not fit are left out.
#[derive(Clone, Copy, Debug)]
pub struct ConstMessage {
    bytes: [u8; 4_000],
    length: usize,
    /// Some finding was left out.
    cut: bool,
}

impl ConstMessage {
    pub(super) const fn new() -> Self {
        Self { bytes: [0; 4_000], length: 0, cut: false }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Appends a finding, on a line of its own, if the whole of it fits and
    /// leaves room for the end.
    pub(super) const fn finding(mut self, parts: &[&str]) -> Self {
        let mut length = 1;
        let mut i = 0;
        while i < parts.len() {
            length += parts[i].len();
            i += 1;
        }
        if self.cut || self.length + length + 400 > self.bytes.len() {
            self.cut = true;
            return self;
        }
        if self.length > 0 {
            self = self.with("\n");
        }
        let mut i = 0;
        while i < parts.len() {
            self = self.with(parts[i]);
            i += 1;
        }
        self
    }

    /// Appends why, the fix and the convention.
    pub(super) const fn end(mut self, text: &str) -> Self {
        if self.cut {
            self = self.with("\nand there are more");
        }
        self.with(text)
    }

    const fn with(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        if self.length + text.len() <= self.bytes.len() {
            let mut i = 0;
            while i < text.len() {
                self.bytes[self.length + i] = text[i];
                i += 1;
            }
            self.length += text.len();
        }
        self
    }

    /// The text, `None` when nothing was found.
    #[must_use]
    pub const fn verdict(&self) -> Option<&str> {
        if self.is_empty() {
            return None;
        }
        let (text, _) = self.bytes.split_at(self.length);
        match core::str::from_utf8(text) {
            Ok(text) => Some(text),
            // Whole texts were appended, so this cannot be reached.
            Err(_) => Some("a convention is broken"),
        }
    }
}
