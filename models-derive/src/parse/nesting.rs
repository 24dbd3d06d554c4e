//! How deeply the input is nested.
//!
//! Whoever reads Rust goes one call deeper for each parenthesis, `!` or `<`;
//! a compiler that runs out of stack tells nothing. What is nested beyond
//! anything that was written by hand is refused before anyone reads it.

use proc_macro2::{Delimiter, Spacing, Span, TokenStream, TokenTree, token_stream};

use crate::diagnostic::Diagnostic;

/// A type as deep as this takes some 4 MB of stack to read, half of what a
/// compiler has.
const LIMIT: usize = 96;

/// Words that go on with another expression or type, as `!` and `&` do.
const PREFIXES: [&str; 11] = [
    "return", "break", "yield", "move", "async", "unsafe", "mut", "const", "dyn", "impl", "static",
];

/// What is seen on the way through all tokens.
#[derive(Default)]
pub(super) struct Seen {
    /// `Self` is among them.
    pub(super) own_name: bool,
}

/// Refuses what is nested too deeply, where that begins.
pub(super) fn check(input: &TokenStream) -> Result<Seen, Diagnostic> {
    let mut seen = Seen::default();
    match too_deep(input, &mut seen) {
        None => Ok(seen),
        Some(at) => Err(Diagnostic::new(at, "this is nested too deeply")
            .why("whoever reads it would run out of stack")
            .fix("write it on one level, or in parts")),
    }
}

/// Walks without going deeper itself.
fn too_deep(input: &TokenStream, seen: &mut Seen) -> Option<Span> {
    let mut levels = vec![Level::new(input.clone(), 0)];
    while let Some(level) = levels.last_mut() {
        let Some(token) = level.tokens.next() else {
            levels.pop();
            continue;
        };
        level.step(&token);
        let depth = level.depth;
        if depth > LIMIT {
            return Some(token.span());
        }
        seen.own_name |= matches!(&token, TokenTree::Ident(word) if word == "Self");
        if let TokenTree::Group(group) = token {
            // Macros wrap what they pass on; that is no level of its own.
            let level = usize::from(group.delimiter() != Delimiter::None);
            levels.push(Level::new(group.stream(), depth + level));
        }
    }
    None
}

/// The tokens of a group, and how deep the next of them stands.
struct Level {
    tokens: token_stream::IntoIter,
    /// At the start of the group.
    base: usize,
    depth: usize,
    /// How many `<` of that are open.
    angles: usize,
    before: Before,
}

/// What stands before a token.
#[derive(Clone, Copy)]
enum Before {
    /// A value, or a word that may end one.
    Value,
    /// An operator; one without a value before it is a prefix.
    Operator { prefix: bool },
    /// The first characters of an operator, and the last of them.
    Part { prefix: bool, length: usize, last: char },
}

impl Level {
    fn new(tokens: TokenStream, base: usize) -> Self {
        Self { tokens: tokens.into_iter(), base, depth: base, angles: 0, before: START }
    }

    fn step(&mut self, token: &TokenTree) {
        match token {
            TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';') => {
                (self.depth, self.angles, self.before) = (self.base, 0, START);
            }
            TokenTree::Punct(punct) => {
                self.operator(punct.as_char(), punct.spacing() == Spacing::Joint);
            }
            TokenTree::Ident(word) if PREFIXES.iter().any(|prefix| word == prefix) => {
                self.depth += usize::from(matches!(self.before, Before::Operator { prefix: true }));
                self.before = Before::Operator { prefix: true };
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) | TokenTree::Group(_) => {
                self.before = Before::Value;
            }
        }
    }

    fn operator(&mut self, c: char, goes_on: bool) {
        let (prefix, length, last, follows_prefix) = match self.before {
            Before::Value => (false, 0, ' ', false),
            Before::Operator { prefix } => (true, 0, ' ', prefix),
            Before::Part { prefix, length, last } => (prefix, length, last, prefix),
        };
        let is_arrow = c == '>' && matches!(last, '-' | '=');
        let opens = is_arrow
            || c == '<'
            || (c == '=' && length == 0 && !goes_on)
            || (c == '|' && prefix && length == 0);
        if c == '>' && !is_arrow {
            self.close_angles(1);
        } else if follows_prefix || opens || length >= 3 {
            self.depth += 1;
            self.angles += usize::from(c == '<');
        } else if c == last && matches!(c, '&' | '|') {
            // Behind a value these join conditions: what was open was less.
            self.close_angles(self.angles);
        }
        self.before = if goes_on {
            Before::Part { prefix, length: length + 1, last: c }
        } else {
            Before::Operator { prefix }
        };
    }

    fn close_angles(&mut self, many: usize) {
        let many = many.min(self.angles);
        self.angles -= many;
        self.depth -= many;
    }
}

/// As behind an operator that is no prefix.
const START: Before = Before::Operator { prefix: false };
