//! Classes in brackets, and what stands behind a backslash.

use super::read::{Parsed, Reader};
use super::set::Set;

impl Reader<'_> {
    /// `[a-z]`
    pub(super) fn class(&mut self) -> Parsed<Set> {
        let start = self.at();
        self.bump();
        let negated = self.eat("^");
        let (mut set, mut computes, mut is_first) = (Set::default(), false, true);
        while self.eat("-") {
            set = set.or(&Set::one('-'));
            is_first = false;
        }
        loop {
            let item = match self.peek() {
                None => return Err(self.unclosed(start)),
                Some(']') if !is_first => break,
                Some('[') => match self.named_class() {
                    Some(set) => set,
                    None => self.inside(Self::class)?,
                },
                Some(_) if self.eat("&&") || self.eat("--") || self.eat("~~") => {
                    computes = true;
                    Set::default()
                }
                Some(_) => self.range(start)?,
            };
            set = set.or(&item);
            is_first = false;
        }
        self.bump();
        if computes {
            return Err(self.refused(
                start,
                "only Rust computes with classes",
                "write out the characters that are meant",
            ));
        }
        Ok(if negated { set.not() } else { set })
    }

    fn unclosed(&self, start: usize) -> crate::ir::Unportable {
        self.broken(start, start + 1, "unclosed character class")
    }

    /// `a-z`, or one character, or `\d`.
    fn range(&mut self, class: usize) -> Parsed<Set> {
        let start = self.at();
        let first = self.item()?;
        let is_range = self.peek() == Some('-')
            && !self.rest().starts_with("-]")
            && !self.rest().starts_with("--");
        if !is_range {
            return Ok(first);
        }
        self.bump();
        if self.peek().is_none() {
            return Err(self.unclosed(class));
        }
        let last = self.item()?;
        let (Some(first), Some(last)) = (first.single(), last.single()) else {
            return Err(self.broken(start, self.at(), "invalid range boundary, must be a literal"));
        };
        if first > last {
            let wrong = "invalid character class range, the start must be <= the end";
            return Err(self.broken(start, self.at(), wrong));
        }
        Ok(Set::range(first, last))
    }

    fn item(&mut self) -> Parsed<Set> {
        match self.peek() {
            Some('\\') => self.escape(true),
            Some(_) | None => Ok(self.bump().map(Set::one).unwrap_or_default()),
        }
    }

    /// `[:alpha:]`, inside of a class; anything else is left where it is.
    fn named_class(&mut self) -> Option<Set> {
        let start = self.at();
        self.bump();
        let is_named = self.eat(":");
        let negated = self.eat("^");
        let name = self.at();
        self.skip(|c| c.is_ascii_lowercase());
        let set = is_named.then(|| ascii(self.since(name))).flatten();
        if set.is_none() || !self.eat(":]") {
            self.back_to(start);
            return None;
        }
        set.map(|set| if negated { set.not() } else { set })
    }

    /// Behind a backslash: a character, or a class.
    pub(super) fn escape(&mut self, in_a_class: bool) -> Parsed<Set> {
        let start = self.at();
        self.bump();
        let Some(letter) = self.bump() else {
            return Err(self.cut_off(start));
        };
        Ok(match letter {
            '0'..='9' => {
                return Err(self.broken(start, self.at(), "backreferences are not supported"));
            }
            'x' => Set::one(self.code(start, 2)?),
            'u' => Set::one(self.code(start, 4)?),
            'U' => Set::one(self.code(start, 8)?),
            'p' | 'P' => return Err(self.unicode(start)),
            'd' => digits(),
            'D' => digits().not(),
            's' => spaces(),
            'S' => spaces().not(),
            'w' => word(),
            'W' => word().not(),
            'a' => Set::one('\x07'),
            'f' => Set::one('\x0C'),
            't' => Set::one('\t'),
            'n' => Set::one('\n'),
            'r' => Set::one('\r'),
            'v' => Set::one('\x0B'),
            'A' | 'z' | 'b' | 'B' | '<' | '>' if in_a_class => {
                let wrong = "invalid escape sequence found in character class";
                return Err(self.broken(start, self.at(), wrong));
            }
            'A' | 'z' | 'b' | 'B' | '<' | '>' => return Err(self.assertion(start)),
            other if other.is_ascii() && !other.is_ascii_alphanumeric() => Set::one(other),
            _ => return Err(self.broken(start, self.at(), "unrecognized escape sequence")),
        })
    }

    fn cut_off(&self, start: usize) -> crate::ir::Unportable {
        self.broken(
            start,
            self.at(),
            "incomplete escape sequence, reached end of pattern prematurely",
        )
    }

    /// `\x41`, `\u0041`, `\x{41}`: a character by its number.
    fn code(&mut self, start: usize, digits: usize) -> Parsed<char> {
        let braced = self.eat("{");
        let first = self.at();
        self.skip(|c| c.is_ascii_hexdigit());
        if !braced {
            let all = self.at().min(first + digits);
            self.back_to(all);
        }
        let number = self.since(first).to_owned();
        let is_whole = if braced { self.eat("}") } else { number.len() == digits };
        if !is_whole {
            return Err(match self.peek() {
                None => self.cut_off(start),
                Some(_) => self.broken(start, self.at(), "invalid hexadecimal digit"),
            });
        }
        let code = u32::from_str_radix(&number, 16).ok().and_then(char::from_u32);
        let wrong = "hexadecimal literal is not a Unicode scalar value";
        code.ok_or_else(|| self.broken(start, self.at(), wrong))
    }

    /// `\pL`, `\p{Greek}`
    fn unicode(&mut self, start: usize) -> crate::ir::Unportable {
        if self.peek() == Some('{') {
            self.skip(|c| c != '}');
        }
        match self.bump() {
            None => self.cut_off(start),
            Some('\\') => self.broken(start, self.at(), "invalid Unicode character class"),
            Some(_) => self.refused(
                start,
                "PostgreSQL knows no classes of Unicode, and every engine has tables of its own",
                "write out the ranges of characters that are meant",
            ),
        }
    }
}

// `\d`, `\s`, `\w`: of ASCII, as PostgreSQL and Firestore could not agree on more.

fn digits() -> Set {
    Set::range('0', '9')
}

fn spaces() -> Set {
    Set::of(&[('\t', '\r'), (' ', ' ')])
}

fn word() -> Set {
    Set::of(&[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')])
}

fn ascii(name: &str) -> Option<Set> {
    Some(match name {
        "alnum" => Set::of(&[('0', '9'), ('A', 'Z'), ('a', 'z')]),
        "alpha" => Set::of(&[('A', 'Z'), ('a', 'z')]),
        "ascii" => Set::range('\u{1}', '\u{7f}'),
        "blank" => Set::of(&[('\t', '\t'), (' ', ' ')]),
        "cntrl" => Set::of(&[('\u{1}', '\u{1f}'), ('\u{7f}', '\u{7f}')]),
        "digit" => digits(),
        "graph" => Set::range('!', '~'),
        "lower" => Set::range('a', 'z'),
        "print" => Set::range(' ', '~'),
        "punct" => Set::of(&[('!', '/'), (':', '@'), ('[', '`'), ('{', '~')]),
        "space" => spaces(),
        "upper" => Set::range('A', 'Z'),
        "word" => word(),
        "xdigit" => Set::of(&[('0', '9'), ('A', 'F'), ('a', 'f')]),
        _ => return None,
    })
}
