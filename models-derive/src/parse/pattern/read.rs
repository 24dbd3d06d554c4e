//! From text to a tree: the syntax of Rust's own engine. What does not mean the
//! same everywhere is refused at its part.

use super::Tree;
use super::set::Set;
use crate::ir::Unportable;

/// How deep groups, classes and repeats may be inside each other.
const MAX_DEPTH: usize = 100;

/// A part of a pattern, or why it is refused.
pub(super) type Parsed<T> = Result<T, Unportable>;

/// Reads one pattern, from left to right.
pub(super) struct Reader<'a> {
    written: &'a str,
    /// Where the next character starts, in bytes.
    at: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(written: &'a str) -> Self {
        Self { written, at: 0, depth: 0 }
    }

    /// The whole pattern.
    pub(super) fn pattern(mut self) -> Parsed<Tree> {
        let tree = self.either()?;
        if self.peek().is_some() {
            return Err(self.broken(self.at, self.at + 1, "unopened group"));
        }
        Ok(tree)
    }

    fn either(&mut self) -> Parsed<Tree> {
        let first = self.sequence()?;
        if self.peek() != Some('|') {
            return Ok(first);
        }
        let mut any = vec![first];
        while self.eat("|") {
            any.push(self.sequence()?);
        }
        Ok(Tree::Either(any))
    }

    fn sequence(&mut self) -> Parsed<Tree> {
        let mut all = Vec::new();
        // How many repeats the last part is inside.
        let mut repeats = 0;
        while let Some(next) = self.peek() {
            let part = match next {
                '|' | ')' => break,
                '*' | '+' | '?' | '{' => {
                    let missing = "repetition operator missing expression";
                    let inner = all.pop();
                    let inner = inner.ok_or_else(|| self.broken(self.at, self.at + 1, missing))?;
                    repeats += 1;
                    self.check_depth(repeats)?;
                    self.repeat(inner)?
                }
                _ => {
                    repeats = 0;
                    self.part()?
                }
            };
            all.push(part);
        }
        match <[Tree; 1]>::try_from(all) {
            Ok([one]) => Ok(one),
            Err(all) => Ok(Tree::Sequence(all)),
        }
    }

    fn part(&mut self) -> Parsed<Tree> {
        let start = self.at;
        match self.peek() {
            Some('(') => self.inside(Self::group),
            Some('[') => self.inside(Self::class).map(Tree::One),
            Some('\\') => self.escape(false).map(Tree::One),
            Some('^' | '$') => {
                self.bump();
                Err(self.assertion(start))
            }
            Some('.') => {
                self.bump();
                Ok(Tree::One(Set::one('\n').not()))
            }
            Some(_) | None => Ok(Tree::One(self.bump().map(Set::one).unwrap_or_default())),
        }
    }

    fn group(&mut self) -> Parsed<Tree> {
        let start = self.at;
        self.bump();
        if ["?=", "?!", "?<=", "?<!"].iter().any(|prefix| self.eat(prefix)) {
            return Err(self.broken(start, self.at, "look-around is not supported"));
        }
        let mut has_flags = false;
        if self.eat("?P<") || self.eat("?<") {
            self.name()?;
        } else if self.eat("?") {
            let flags = self.at;
            self.skip(|c| c != ':' && c != ')');
            has_flags = self.at > flags;
            match self.peek() {
                Some(':') => {}
                Some(_) if has_flags => {
                    self.bump();
                    return Err(self.flags(start));
                }
                Some(_) => {
                    return Err(self.broken(
                        start,
                        self.at,
                        "repetition operator missing expression",
                    ));
                }
                None => return Err(self.broken(start, self.at, "unclosed group")),
            }
            self.bump();
        }
        let tree = self.either()?;
        if !self.eat(")") {
            return Err(self.broken(start, start + 1, "unclosed group"));
        }
        if has_flags { Err(self.flags(start)) } else { Ok(tree) }
    }

    /// The name of a group, which means nothing here.
    fn name(&mut self) -> Parsed<()> {
        let start = self.at;
        self.skip(|c| c.is_alphanumeric() || "_.[]".contains(c));
        let name = self.since(start);
        let starts_well = name.starts_with(|c: char| c == '_' || c.is_alphabetic());
        if !starts_well || !self.eat(">") {
            return Err(self.broken(start, self.at, "invalid name of a capture group"));
        }
        Ok(())
    }

    fn repeat(&mut self, inner: Tree) -> Parsed<Tree> {
        let start = self.at;
        let (min, max) = match self.bump() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            _ => self.counts(start)?,
        };
        self.eat("?");
        if max.unwrap_or(min) > 255 {
            return Err(self.refused(
                start,
                "PostgreSQL repeats up to 255 times",
                "repeat without an end, and say the length with `length(max = ..)`",
            ));
        }
        if max.is_some_and(|max| max < min) {
            let wrong = "invalid repetition count range, the start must be <= the end";
            return Err(self.broken(start, self.at, wrong));
        }
        Ok(Tree::Repeat { inner: Box::new(inner), min, max })
    }

    /// What stands between the braces of `{2}`, `{2,}` and `{2,5}`.
    fn counts(&mut self, start: usize) -> Parsed<(u32, Option<u32>)> {
        let min = self.count()?;
        let max = if !self.eat(",") {
            Some(min)
        } else if self.peek() == Some('}') {
            None
        } else {
            Some(self.count()?)
        };
        if !self.eat("}") {
            return Err(self.broken(start, self.at, "unclosed counted repetition"));
        }
        Ok((min, max))
    }

    fn count(&mut self) -> Parsed<u32> {
        self.skip(char::is_whitespace);
        let start = self.at;
        self.skip(|c| c.is_ascii_digit());
        let count = self.since(start).parse();
        let count = count.map_err(|_| {
            self.broken(start, self.at, "repetition quantifier expects a valid decimal")
        });
        self.skip(char::is_whitespace);
        count
    }

    /// One level deeper.
    pub(super) fn inside<T>(&mut self, read: fn(&mut Self) -> Parsed<T>) -> Parsed<T> {
        self.depth += 1;
        self.check_depth(0)?;
        let part = read(self);
        self.depth -= 1;
        part
    }

    fn check_depth(&self, more: usize) -> Parsed<()> {
        if self.depth + more <= MAX_DEPTH {
            return Ok(());
        }
        Err(self.broken(
            self.at,
            self.at + 1,
            "too many groups, classes or repeats inside each other",
        ))
    }
}

/// Characters, and what is wrong with them.
impl Reader<'_> {
    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Whether the text comes next, which is then read.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let is_next = self.rest().starts_with(text);
        if is_next {
            self.at += text.len();
        }
        is_next
    }

    pub(super) fn skip(&mut self, wanted: impl Fn(char) -> bool) {
        while self.peek().is_some_and(&wanted) {
            self.bump();
        }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn back_to(&mut self, at: usize) {
        self.at = at;
    }

    pub(super) fn rest(&self) -> &str {
        self.written.get(self.at..).unwrap_or_default()
    }

    pub(super) fn since(&self, start: usize) -> &str {
        self.written.get(start..self.at).unwrap_or_default()
    }

    /// No regular expression.
    pub(super) fn broken(&self, start: usize, end: usize, why: &str) -> Unportable {
        Unportable {
            is_broken: true,
            part: self.written.get(start..end).unwrap_or(self.written).to_owned(),
            why: why.to_owned(),
            fix: "write a regular expression, as in `[a-z0-9_]+`".to_owned(),
        }
    }

    /// A regular expression, and not the same everywhere.
    pub(super) fn refused(&self, start: usize, why: &str, fix: &str) -> Unportable {
        Unportable {
            is_broken: false,
            part: self.since(start).to_owned(),
            why: why.to_owned(),
            fix: fix.to_owned(),
        }
    }

    pub(super) fn assertion(&self, start: usize) -> Unportable {
        self.refused(
            start,
            "the whole text is matched, and engines differ on what is between characters",
            "leave it out",
        )
    }

    fn flags(&self, start: usize) -> Unportable {
        self.refused(
            start,
            "flags do not mean the same in PostgreSQL and in Firestore",
            "write both letters, as in `[aA]`",
        )
    }
}
