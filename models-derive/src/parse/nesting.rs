//! How deeply the input is nested.
//!
//! A parser of Rust goes one call deeper for each parenthesis, `!` or `<`, and a
//! compiler that runs out of stack reports nothing. Input that is nested more
//! deeply than anything written by hand is refused before it is parsed.

use proc_macro2::{Delimiter, Spacing, Span, TokenStream, TokenTree, token_stream};

use crate::diagnostic::Diagnostic;

/// A type as deep as this takes some 4 MB of stack to read, half of what a
/// compiler has.
const MAX_DEPTH: usize = 96;

/// Words that go on with another expression or type, as `!` and `&` do.
const PREFIXES: [&str; 11] = [
    "return", "break", "yield", "move", "async", "unsafe", "mut", "const", "dyn", "impl", "static",
];

/// Refuses what is nested too deeply, where that begins; otherwise tells whether
/// `Self` is among the tokens.
pub(super) fn check(input: &TokenStream) -> Result<bool, Diagnostic> {
    let mut contains_self = false;
    match too_deep(input, &mut contains_self) {
        None => Ok(contains_self),
        Some(at) => Err(Diagnostic::new(at, "this is nested too deeply")
            .why("the compiler would run out of stack")
            .fix("write it on one level, or in parts")),
    }
}

/// Walks without recursion.
fn too_deep(input: &TokenStream, contains_self: &mut bool) -> Option<Span> {
    let mut levels = vec![Level::new(input.clone(), 0)];
    while let Some(level) = levels.last_mut() {
        let Some(token) = level.tokens.next() else {
            levels.pop();
            continue;
        };
        level.step(&token);
        let depth = level.depth;
        if depth > MAX_DEPTH {
            return Some(token.span());
        }
        *contains_self |= matches!(&token, TokenTree::Ident(word) if word == "Self");
        if let TokenTree::Group(group) = token {
            // Macros wrap what they pass on; that is not a level of its own.
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
    previous: Previous,
}

/// What stands before a token.
#[derive(Clone, Copy)]
enum Previous {
    /// A value, or a word that may end one.
    Value,
    /// An operator; one without a value before it is a prefix.
    Operator { prefix: bool },
    /// The first characters of an operator, and the last of them.
    Part { prefix: bool, length: usize, last: char },
}

impl Level {
    fn new(tokens: TokenStream, base: usize) -> Self {
        Self { tokens: tokens.into_iter(), base, depth: base, angles: 0, previous: START }
    }

    fn step(&mut self, token: &TokenTree) {
        match token {
            TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';') => {
                (self.depth, self.angles, self.previous) = (self.base, 0, START);
            }
            TokenTree::Punct(punct) => {
                self.operator(punct.as_char(), punct.spacing() == Spacing::Joint);
            }
            TokenTree::Ident(word) if PREFIXES.iter().any(|prefix| word == prefix) => {
                self.depth +=
                    usize::from(matches!(self.previous, Previous::Operator { prefix: true }));
                self.previous = Previous::Operator { prefix: true };
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) | TokenTree::Group(_) => {
                self.previous = Previous::Value;
            }
        }
    }

    fn operator(&mut self, c: char, goes_on: bool) {
        let (prefix, length, last, follows_prefix) = match self.previous {
            Previous::Value => (false, 0, ' ', false),
            Previous::Operator { prefix } => (true, 0, ' ', prefix),
            Previous::Part { prefix, length, last } => (prefix, length, last, prefix),
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
        self.previous = if goes_on {
            Previous::Part { prefix, length: length + 1, last: c }
        } else {
            Previous::Operator { prefix }
        };
    }

    fn close_angles(&mut self, many: usize) {
        let many = many.min(self.angles);
        self.angles -= many;
        self.depth -= many;
    }
}

/// As behind an operator that is not a prefix.
const START: Previous = Previous::Operator { prefix: false };
