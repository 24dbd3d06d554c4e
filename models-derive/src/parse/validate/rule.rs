//! One rule of a field: a name, and what it takes.

use syn::parse::ParseStream;
use syn::{Ident, LitStr, Path, Token, parenthesized};

use super::arguments::{self, Wording};
use crate::diagnostic::{Diagnostic, Extent, one_of};
use crate::ir::{Check, Literal, Located, Pattern, ValueRule};
use crate::language::{Form, RULES, WORDING};

/// Reads one rule; stops at a comma or at the end.
pub(super) fn rule(input: ParseStream) -> syn::Result<ValueRule> {
    let Ok(name) = input.parse::<Ident>() else {
        return Err(Diagnostic::new(input.span(), "expected the name of a rule")
            .fix(RULES.known())
            .into());
    };
    if !RULES.contains(&name.to_string()) {
        return Err(unknown(&name, &name.to_string()));
    }
    let mut wording = Wording::default();
    let (check, end) = if input.peek(syn::token::Paren) {
        let content;
        let parens = parenthesized!(content in input);
        (in_parentheses(&name, &content, &mut wording)?, parens.span.close().into())
    } else if input.peek(Token![=]) {
        behind_equals(&name, input)?
    } else {
        (alone(&name)?, Extent::from(name.span()))
    };
    let at = Extent::from(name.span()).to(end);
    Ok(ValueRule { check, code: wording.code, message: wording.message, name, at })
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

fn pattern(written: Located<String>) -> Pattern {
    let read = super::super::pattern::read(&written.value);
    Pattern { written, read }
}

fn with(text: Located<String>, check: fn(Located<String>) -> Check) -> (Check, Extent) {
    let at = text.at;
    (check(text), at)
}

fn divisor(input: ParseStream) -> syn::Result<Located<i64>> {
    let literal = arguments::literal(input)?;
    match literal.value {
        Literal::Int(number) if number > 0 => Ok(Located::new(number, literal.at)),
        _ => Err(Diagnostic::new(literal.at, "`multiple_of` takes a whole number above 0")
            .fix("write `multiple_of = 5`")
            .into()),
    }
}

/// `length(min = 1, max = 5)`, `email(message = "..")`, `pattern("..", code = "..")`
fn in_parentheses(name: &Ident, content: ParseStream, wording: &mut Wording) -> syn::Result<Check> {
    Ok(match name.to_string().as_str() {
        "length" => Check::Length(arguments::count(name, content, wording)?),
        "items" => Check::Items(arguments::count(name, content, wording)?),
        "range" => {
            let (min, max) = arguments::limits(name, content, wording)?;
            Check::Range { min, max }
        }
        "one_of" => Check::OneOf(options(name, content, wording)?),
        "each" => Check::Each(parts(name, content)?),
        "keys" => Check::Keys(parts(name, content)?),
        "values" => Check::Values(parts(name, content)?),
        "pattern" => Check::Pattern(pattern(first(name, content, wording)?)),
        "starts_with" => Check::StartsWith(first(name, content, wording)?),
        "ends_with" => Check::EndsWith(first(name, content, wording)?),
        "contains" => Check::Contains(first(name, content, wording)?),
        "multiple_of" => {
            let divisor = divisor(content)?;
            rest(name, content, wording)?;
            Check::MultipleOf(divisor)
        }
        "custom" => {
            let path: Path = content.parse()?;
            rest(name, content, wording)?;
            Check::Custom(path)
        }
        "email" | "url" | "not_blank" | "ascii" | "finite" => {
            rest(name, content, wording)?;
            alone(name)?
        }
        other => return Err(incomplete(name, other)),
    })
}

/// The text in front, and what may stand behind it.
fn first(
    name: &Ident,
    content: ParseStream,
    wording: &mut Wording,
) -> syn::Result<Located<String>> {
    let Ok(text) = content.parse::<LitStr>() else {
        return Err(Diagnostic::new(name.span(), format!("`{name}` takes a text in quotes"))
            .fix(format!("write `{name} = \"..\"`"))
            .into());
    };
    rest(name, content, wording)?;
    Ok(Located::new(text.value(), text.span()))
}

/// `code = ".."` and `message = ".."`, with or without a comma in front.
fn rest(name: &Ident, content: ParseStream, wording: &mut Wording) -> syn::Result<()> {
    content.parse::<Option<Token![,]>>()?;
    arguments::each(content, |key| {
        if wording.take(key, content)? {
            return Ok(());
        }
        Err(Diagnostic::new(key.span(), format!("unknown key `{key}` in `{name}`"))
            .fix(format!("known here: {}", one_of(WORDING.names())))
            .into())
    })
}

/// `"a", "b"`, and `code = ".."` at the end.
fn options(
    name: &Ident,
    content: ParseStream,
    wording: &mut Wording,
) -> syn::Result<Vec<Located<Literal>>> {
    let mut options = Vec::new();
    while !content.is_empty() && !content.peek(Ident) {
        options.push(arguments::literal(content)?);
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
    }
    rest(name, content, wording)?;
    if options.is_empty() {
        return Err(Diagnostic::new(name.span(), "`one_of` needs at least one value")
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

/// A rule that is not written like this, or that there is not.
fn incomplete(name: &Ident, text: &str) -> syn::Error {
    let Some(rule) = RULES.get(text) else { return unknown(name, text) };
    let what = if rule.forms.contains(&Form::Alone) {
        format!("`{text}` takes no value")
    } else if ["starts_with", "ends_with", "contains"].contains(&text) {
        format!("`{text}` takes a text")
    } else {
        format!("`{text}` is not written like this")
    };
    Diagnostic::new(name.span(), what).fix(rule.fix).into()
}

fn unknown(name: &Ident, text: &str) -> syn::Error {
    if WORDING.contains(text) {
        return Diagnostic::new(name.span(), format!("`{text}` stands inside its rule"))
            .why("a field may have several rules, and each its own words")
            .fix(format!(
                "write `length(max = 20, {text} = \"..\")`, `pattern(\"..\", {text} = \"..\")`"
            ))
            .into();
    }
    let suggestion = RULES.suggestion(text);
    Diagnostic::new(name.span(), format!("unknown rule `{text}`{suggestion}"))
        .fix(RULES.known())
        .into()
}
