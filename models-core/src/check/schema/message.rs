//! A message that is put together while a constant is evaluated.

/// Up to 400 bytes; what does not fit is left out.
pub(crate) struct Message {
    bytes: [u8; 400],
    length: usize,
}

impl Message {
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; 400], length: 0 }
    }

    /// Appends a text if the whole of it fits.
    pub(crate) const fn with(mut self, text: &str) -> Self {
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

    pub(crate) const fn as_str(&self) -> &str {
        let (text, _) = self.bytes.split_at(self.length);
        match core::str::from_utf8(text) {
            Ok(text) => text,
            // Whole texts were appended, so this cannot be reached.
            Err(_) => "a convention is broken",
        }
    }
}
