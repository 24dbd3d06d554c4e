//! One rule of a field: a name, and what it takes.

use syn::parse::ParseStream;
use syn::{Ident, LitStr, Path, Token, parenthesized};

use super::arguments::{self, Words};
use crate::diagnostic::{Diagnostic, Extent, did_you_mean, one_of};
use crate::ir::{Check, Literal, Pattern, Spot, ValueRule};

/// All rules.
const RULES: [&str; 18] = [
    "length",
    "items",
    "range",
    "pattern",
    "one_of",
    "email",
    "url",
    "not_blank",
    "ascii",
    "starts_with",
    "ends_with",
    "contains",
    "multiple_of",
    "finite",
    "each",
    "keys",
    "values",
    "nested",
];

/// Reads one rule; stops at a comma or at the end.
pub(super) fn rule(input: ParseStream) -> syn::Result<ValueRule> {
    let Ok(name) = input.parse::<Ident>() else {
        return Err(Diagnostic::new(input.span(), "expected the name of a rule")
            .fix(format!("known: {}", one_of(RULES)))
            .into());
    };
    let mut words = Words::default();
    let (check, end) = if input.peek(syn::token::Paren) {
        let content;
        let parens = parenthesized!(content in input);
        (in_parentheses(&name, &content, &mut words)?, parens.span.close().into())
    } else if input.peek(Token![=]) {
        behind_equals(&name, input)?
    } else {
        (alone(&name)?, Extent::from(name.span()))
    };
    let at = Extent::from(name.span()).to(end);
    Ok(ValueRule { check, code: words.code, message: words.message, name, at })
}

/// `email`
fn alone(name: &Ident) -> syn::Result<Check> {
    Ok(match name.to_string().as_str() {
        "email" => Check::Email,
        "url" => Check::Url,
        "not_blank" => Check::NotBlank,
        "ascii" => Check::Ascii,
        "finite" => Check::Finite,
        "nested" => Check::Nested,
        other => return Err(incomplete(name, other)),
    })
}

/// `pattern = ".."`
fn behind_equals(name: &Ident, input: ParseStream) -> syn::Result<(Check, Extent)> {
    let text = |input| arguments::text(name, input);
    Ok(match name.to_string().as_str() {
        "pattern" => {
            let written = text(input)?;
            let at = written.at;
            (Check::Pattern(pattern(written)), at)
        }
        "starts_with" => with(text(input)?, Check::StartsWith),
        "ends_with" => with(text(input)?, Check::EndsWith),
        "contains" => with(text(input)?, Check::Contains),
        "multiple_of" => {
            input.parse::<Token![=]>()?;
            let divisor = divisor(input)?;
            let at = divisor.at;
            (Check::MultipleOf(divisor), at)
        }
        "custom" => {
            input.parse::<Token![=]>()?;
            let path: Path = input.parse()?;
            let at = Extent::of(&path);
            (Check::Custom(path), at)
        }
        other => return Err(incomplete(name, other)),
    })
}

fn pattern(written: Spot<String>) -> Pattern {
    let read = super::super::pattern::read(&written.value);
    Pattern { written, read }
}

fn with(text: Spot<String>, check: fn(Spot<String>) -> Check) -> (Check, Extent) {
    let at = text.at;
    (check(text), at)
}

fn divisor(input: ParseStream) -> syn::Result<Spot<i64>> {
    let literal = arguments::literal(input)?;
    match literal.value {
        Literal::Int(number) if number > 0 => Ok(Spot::new(number, literal.at)),
        _ => Err(Diagnostic::new(literal.at, "`multiple_of` takes a whole number above 0")
            .fix("write `multiple_of = 5`")
            .into()),
    }
}

/// `length(min = 1, max = 5)`, `email(message = "..")`, `pattern("..", code = "..")`
fn in_parentheses(name: &Ident, content: ParseStream, words: &mut Words) -> syn::Result<Check> {
    Ok(match name.to_string().as_str() {
        "length" => Check::Length(arguments::count(name, content, words)?),
        "items" => Check::Items(arguments::count(name, content, words)?),
        "range" => {
            let (min, max) = arguments::limits(name, content, words)?;
            Check::Range { min, max }
        }
        "one_of" => Check::OneOf(options(name, content, words)?),
        "each" => Check::Each(parts(name, content)?),
        "keys" => Check::Keys(parts(name, content)?),
        "values" => Check::Values(parts(name, content)?),
        "pattern" => Check::Pattern(pattern(first(name, content, words)?)),
        "starts_with" => Check::StartsWith(first(name, content, words)?),
        "ends_with" => Check::EndsWith(first(name, content, words)?),
        "contains" => Check::Contains(first(name, content, words)?),
        "multiple_of" => {
            let divisor = divisor(content)?;
            rest(name, content, words)?;
            Check::MultipleOf(divisor)
        }
        "custom" => {
            let path: Path = content.parse()?;
            rest(name, content, words)?;
            Check::Custom(path)
        }
        "email" | "url" | "not_blank" | "ascii" | "finite" => {
            rest(name, content, words)?;
            alone(name)?
        }
        other => return Err(incomplete(name, other)),
    })
}

/// The text in front, and what may stand behind it.
fn first(name: &Ident, content: ParseStream, words: &mut Words) -> syn::Result<Spot<String>> {
    let Ok(text) = content.parse::<LitStr>() else {
        return Err(Diagnostic::new(name.span(), format!("`{name}` takes a text in quotes"))
            .fix(format!("write `{name} = \"..\"`"))
            .into());
    };
    rest(name, content, words)?;
    Ok(Spot::new(text.value(), text.span()))
}

/// `code = ".."` and `message = ".."`, with or without a comma in front.
fn rest(name: &Ident, content: ParseStream, words: &mut Words) -> syn::Result<()> {
    content.parse::<Option<Token![,]>>()?;
    arguments::each(content, |key| {
        if words.take(key, content)? {
            return Ok(());
        }
        Err(Diagnostic::new(key.span(), format!("unknown key `{key}` in `{name}`"))
            .fix("known here: `code` or `message`")
            .into())
    })
}

/// `"a", "b"`, and `code = ".."` at the end.
fn options(
    name: &Ident,
    content: ParseStream,
    words: &mut Words,
) -> syn::Result<Vec<Spot<Literal>>> {
    let mut options = Vec::new();
    while !content.is_empty() && !content.peek(Ident) {
        options.push(arguments::literal(content)?);
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
    }
    rest(name, content, words)?;
    if options.is_empty() {
        return Err(Diagnostic::new(name.span(), "nothing is one of no values")
            .fix("write `one_of(\"a\", \"b\")`; for a closed list, derive `ModelEnum` on an enum")
            .into());
    }
    Ok(options)
}

/// Rules of the parts of a value.
fn parts(name: &Ident, content: ParseStream) -> syn::Result<Vec<ValueRule>> {
    let mut rules = Vec::new();
    while !content.is_empty() {
        let part = rule(content)?;
        if matches!(part.check, Check::Nested) {
            return Err(Diagnostic::new(part.at, format!("`nested` inside `{name}`"))
                .why("a list or a map of such values is looked into by itself")
                .fix("write `#[validate(nested)]` on the field")
                .into());
        }
        if matches!(part.check, Check::Each(_) | Check::Keys(_) | Check::Values(_)) {
            return Err(Diagnostic::new(part.at, format!("`{}` inside `{name}`", part.name))
                .why("a list holds plain values, and no second list")
                .fix("leave the inner one out")
                .into());
        }
        rules.push(part);
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
    }
    if rules.is_empty() {
        return Err(Diagnostic::new(name.span(), format!("`{name}` says nothing by itself"))
            .fix(format!("write `{name}(length(max = 30))`"))
            .into());
    }
    Ok(rules)
}

/// A rule that is none, or that lacks what it takes.
fn incomplete(name: &Ident, text: &str) -> syn::Error {
    let example = match text {
        "length" => "length(min = 1, max = 100)",
        "items" => "items(max = 20)",
        "range" => "range(min = 0, max = 100)",
        "pattern" => "pattern = \"[a-z0-9_]+\"",
        "one_of" => "one_of(\"a\", \"b\")",
        "starts_with" | "ends_with" | "contains" => {
            return Diagnostic::new(name.span(), format!("`{text}` takes a text"))
                .fix(format!("write `{text} = \"..\"`"))
                .into();
        }
        "multiple_of" => "multiple_of = 5",
        "each" => "each(length(max = 30))",
        "keys" => "keys(length(max = 30))",
        "values" => "values(length(max = 30))",
        "custom" => "custom = path::to::a_function",
        "email" | "url" | "not_blank" | "ascii" | "finite" | "nested" => {
            return Diagnostic::new(name.span(), format!("`{text}` takes no value"))
                .fix(format!("write `{text}`"))
                .into();
        }
        _ => return unknown(name, text),
    };
    Diagnostic::new(name.span(), format!("`{text}` is not written like this"))
        .fix(format!("write `{example}`"))
        .into()
}

/// What other libraries call it.
fn unknown(name: &Ident, text: &str) -> syn::Error {
    if let "code" | "message" = text {
        return Diagnostic::new(name.span(), format!("`{text}` stands inside its rule"))
            .why("a field may have several rules, and each its own words")
            .fix(format!(
                "write `length(max = 20, {text} = \"..\")`, `pattern(\"..\", {text} = \"..\")`"
            ))
            .into();
    }
    let known = match text {
        "len" | "size" | "max_length" | "min_length" | "char_length" => Some("length"),
        "min" | "max" | "between" | "gte" | "lte" => Some("range"),
        "regex" | "matches" | "re" => Some("pattern"),
        "prefix" => Some("starts_with"),
        "suffix" => Some("ends_with"),
        "inner" | "item" => Some("each"),
        "dive" => Some("nested"),
        "non_empty" | "required" | "not_empty" => Some("not_blank"),
        _ => did_you_mean(text, RULES),
    };
    let near = known.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Diagnostic::new(name.span(), format!("unknown rule `{text}`{near}"))
        .fix(format!("known: {}", one_of(RULES)))
        .into()
}
