//! The same tree by the parser of the crate `regex`.

use proptest::prelude::*;
use regex_syntax::ast::parse::Parser;
use regex_syntax::ast::{
    Ast, ClassAsciiKind, ClassPerl, ClassPerlKind, ClassSet, ClassSetItem, GroupKind,
    RepetitionKind, RepetitionRange,
};

use super::Tree;
use super::read::Reader;
use super::set::Set;

/// The tree; `None` for what is refused.
fn tree(ast: &Ast) -> Option<Tree> {
    Some(match ast {
        Ast::Empty(_) => Tree::Sequence(Vec::new()),
        Ast::Literal(literal) => Tree::One(Set::one(literal.c)),
        Ast::Dot(_) => Tree::One(Set::one('\n').not()),
        Ast::ClassPerl(class) => Tree::One(perl(class)),
        Ast::ClassBracketed(class) => {
            let set = set(&class.kind)?;
            Tree::One(if class.negated { set.not() } else { set })
        }
        Ast::Concat(all) => Tree::Sequence(all.asts.iter().map(tree).collect::<Option<_>>()?),
        Ast::Alternation(any) => Tree::Either(any.asts.iter().map(tree).collect::<Option<_>>()?),
        Ast::Group(group) => match &group.kind {
            GroupKind::NonCapturing(flags) if !flags.items.is_empty() => return None,
            _ => tree(&group.ast)?,
        },
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
                return None;
            }
            Tree::Repeat { inner: Box::new(tree(&repetition.ast)?), min, max }
        }
        Ast::Flags(_) | Ast::Assertion(_) | Ast::ClassUnicode(_) => return None,
    })
}

fn set(class: &ClassSet) -> Option<Set> {
    match class {
        ClassSet::Item(item) => self::item(item),
        ClassSet::BinaryOp(_) => None,
    }
}

fn item(item: &ClassSetItem) -> Option<Set> {
    Some(match item {
        ClassSetItem::Empty(_) => Set::default(),
        ClassSetItem::Literal(literal) => Set::one(literal.c),
        ClassSetItem::Range(range) => Set::range(range.start.c, range.end.c),
        ClassSetItem::Ascii(class) => {
            let set = match class.kind {
                ClassAsciiKind::Alpha => Set::of(&[('A', 'Z'), ('a', 'z')]),
                ClassAsciiKind::Digit => Set::range('0', '9'),
                _ => return None,
            };
            if class.negated { set.not() } else { set }
        }
        ClassSetItem::Perl(class) => perl(class),
        ClassSetItem::Unicode(_) => return None,
        ClassSetItem::Bracketed(inner) => {
            let set = set(&inner.kind)?;
            if inner.negated { set.not() } else { set }
        }
        ClassSetItem::Union(union) => {
            let mut all = Set::default();
            for item in &union.items {
                all = all.or(&self::item(item)?);
            }
            all
        }
    })
}

fn perl(class: &ClassPerl) -> Set {
    let set = match class.kind {
        ClassPerlKind::Digit => Set::range('0', '9'),
        ClassPerlKind::Space => Set::of(&[('\t', '\r'), (' ', ' ')]),
        ClassPerlKind::Word => Set::of(&[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]),
    };
    if class.negated { set.not() } else { set }
}

/// Pieces of patterns, sound or not, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "b",
        "-",
        "]",
        "}",
        ",",
        "5",
        "^",
        "$",
        ".",
        "|",
        "(",
        "(?:",
        "(?i)",
        "(?s:",
        "(?<n",
        ">",
        "(?P<m>",
        "(?=",
        "(?",
        "?",
        "*",
        "+",
        "{",
        "{2}",
        "{2,}",
        "{ 2 , 3 }",
        "{3,2}",
        "{256}",
        ")",
        "[",
        "[^",
        "[]",
        "[:alpha:]",
        "[:^digit:]",
        "[:nope:]",
        "&&",
        "--",
        "~~",
        "a-z",
        "z-a",
        "\\",
        "\\d",
        "\\W",
        "\\S",
        "\\n",
        "\\v",
        "\\.",
        "\\-",
        "\\]",
        "\\ ",
        "\\x41",
        "\\x4",
        "\\u00e4",
        "\\x{1F600}",
        "\\x{",
        "\\x{}",
        "\\u{D800}",
        "\\p{L}",
        "\\pL",
        "\\p",
        "\\b",
        "\\A",
        "\\<",
        "\\1",
        "\\e",
        "\\U00000041",
        "ä",
        "α-ω",
        " ",
        "\n",
    ]);
    prop::collection::vec(piece, 0..9).prop_map(|pieces| pieces.concat())
}

/// Names of groups and what stands behind `\b` mean nothing here.
fn compared(written: &str) -> bool {
    written.matches("(?P<m>").count() < 2 && written.matches("(?<n>").count() < 2
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn both_parsers_read_the_same(written in pieces().prop_filter("a name twice", |text| compared(text))) {
        let theirs = Parser::new().parse(&written).ok().and_then(|ast| tree(&ast));
        let ours = Reader::new(&written).pattern().ok();
        prop_assert_eq!(format!("{ours:?}"), format!("{theirs:?}"), "{}", written);
    }
}
