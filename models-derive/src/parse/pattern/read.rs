//! From the parser's tree to ours: what is not the same everywhere is refused.

use regex_syntax::ast::{
    Ast, ClassAscii, ClassAsciiKind, ClassPerl, ClassPerlKind, ClassSet, ClassSetItem, GroupKind,
    RepetitionKind, RepetitionRange, Span,
};

use super::Tree;
use super::set::Set;
use crate::ir::Unportable;

/// Reads one pattern.
pub(super) struct Reader<'a> {
    pub(super) written: &'a str,
}

impl Reader<'_> {
    pub(super) fn tree(&self, ast: &Ast) -> Result<Tree, Unportable> {
        Ok(match ast {
            Ast::Empty(_) => Tree::Sequence(Vec::new()),
            Ast::Literal(literal) => Tree::One(Set::one(literal.c)),
            Ast::Dot(_) => Tree::One(Set::one('\n').not()),
            Ast::ClassPerl(class) => Tree::One(perl(class)),
            Ast::ClassBracketed(class) => {
                let set = self.set(&class.kind, &class.span)?;
                Tree::One(if class.negated { set.not() } else { set })
            }
            Ast::Concat(all) => {
                Tree::Sequence(all.asts.iter().map(|ast| self.tree(ast)).collect::<Result<_, _>>()?)
            }
            Ast::Alternation(any) => {
                Tree::Either(any.asts.iter().map(|ast| self.tree(ast)).collect::<Result<_, _>>()?)
            }
            Ast::Group(group) => {
                if let GroupKind::NonCapturing(flags) = &group.kind
                    && !flags.items.is_empty()
                {
                    return Err(self.flags(&group.span));
                }
                self.tree(&group.ast)?
            }
            Ast::Repetition(repetition) => {
                let (min, max) = match &repetition.op.kind {
                    RepetitionKind::ZeroOrOne => (0, Some(1)),
                    RepetitionKind::ZeroOrMore => (0, None),
                    RepetitionKind::OneOrMore => (1, None),
                    RepetitionKind::Range(RepetitionRange::Exactly(n)) => (*n, Some(*n)),
                    RepetitionKind::Range(RepetitionRange::AtLeast(n)) => (*n, None),
                    RepetitionKind::Range(RepetitionRange::Bounded(n, m)) => (*n, Some(*m)),
                };
                if max.unwrap_or(min) > 255 {
                    return Err(self.refuse(
                        &repetition.op.span,
                        "PostgreSQL repeats up to 255 times",
                        "repeat without an end, and say the length with `length(max = ..)`",
                    ));
                }
                Tree::Repeat { inner: Box::new(self.tree(&repetition.ast)?), min, max }
            }
            Ast::Flags(flags) => return Err(self.flags(&flags.span)),
            Ast::Assertion(assertion) => {
                return Err(self.refuse(
                    &assertion.span,
                    "the whole text is matched, and engines differ on what is between characters",
                    "leave it out",
                ));
            }
            Ast::ClassUnicode(class) => return Err(self.unicode(&class.span)),
        })
    }

    fn set(&self, class: &ClassSet, whole: &Span) -> Result<Set, Unportable> {
        match class {
            ClassSet::Item(item) => self.item(item),
            ClassSet::BinaryOp(_) => Err(self.refuse(
                whole,
                "only Rust computes with classes",
                "write out the characters that are meant",
            )),
        }
    }

    fn item(&self, item: &ClassSetItem) -> Result<Set, Unportable> {
        Ok(match item {
            ClassSetItem::Empty(_) => Set::default(),
            ClassSetItem::Literal(literal) => Set::one(literal.c),
            ClassSetItem::Range(range) => Set::range(range.start.c, range.end.c),
            ClassSetItem::Ascii(class) => ascii(class),
            ClassSetItem::Perl(class) => perl(class),
            ClassSetItem::Unicode(class) => return Err(self.unicode(&class.span)),
            ClassSetItem::Bracketed(inner) => {
                let set = self.set(&inner.kind, &inner.span)?;
                if inner.negated { set.not() } else { set }
            }
            ClassSetItem::Union(union) => {
                let mut set = Set::default();
                for item in &union.items {
                    set = set.or(&self.item(item)?);
                }
                set
            }
        })
    }

    fn flags(&self, span: &Span) -> Unportable {
        self.refuse(
            span,
            "flags do not mean the same in PostgreSQL and in Firestore",
            "write both letters, as in `[aA]`",
        )
    }

    fn unicode(&self, span: &Span) -> Unportable {
        self.refuse(
            span,
            "PostgreSQL knows no classes of Unicode, and every engine has tables of its own",
            "write out the ranges of characters that are meant",
        )
    }

    fn refuse(&self, span: &Span, why: &str, fix: &str) -> Unportable {
        let part = self.written.get(span.start.offset..span.end.offset).unwrap_or(self.written);
        Unportable {
            is_broken: false,
            part: part.to_owned(),
            why: why.to_owned(),
            fix: fix.to_owned(),
        }
    }
}

/// `\d`, `\s`, `\w`: of ASCII, as PostgreSQL and Firestore could not agree on more.
fn perl(class: &ClassPerl) -> Set {
    let set = match class.kind {
        ClassPerlKind::Digit => Set::range('0', '9'),
        ClassPerlKind::Space => Set::of(&[('\t', '\r'), (' ', ' ')]),
        ClassPerlKind::Word => Set::of(&[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]),
    };
    if class.negated { set.not() } else { set }
}

fn ascii(class: &ClassAscii) -> Set {
    let ranges: &[(char, char)] = match class.kind {
        ClassAsciiKind::Alnum => &[('0', '9'), ('A', 'Z'), ('a', 'z')],
        ClassAsciiKind::Alpha => &[('A', 'Z'), ('a', 'z')],
        ClassAsciiKind::Ascii => &[('\u{1}', '\u{7f}')],
        ClassAsciiKind::Blank => &[('\t', '\t'), (' ', ' ')],
        ClassAsciiKind::Cntrl => &[('\u{1}', '\u{1f}'), ('\u{7f}', '\u{7f}')],
        ClassAsciiKind::Digit => &[('0', '9')],
        ClassAsciiKind::Graph => &[('!', '~')],
        ClassAsciiKind::Lower => &[('a', 'z')],
        ClassAsciiKind::Print => &[(' ', '~')],
        ClassAsciiKind::Punct => &[('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        ClassAsciiKind::Space => &[('\t', '\r'), (' ', ' ')],
        ClassAsciiKind::Upper => &[('A', 'Z')],
        ClassAsciiKind::Word => &[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')],
        ClassAsciiKind::Xdigit => &[('0', '9'), ('A', 'F'), ('a', 'f')],
    };
    let set = Set::of(ranges);
    if class.negated { set.not() } else { set }
}
