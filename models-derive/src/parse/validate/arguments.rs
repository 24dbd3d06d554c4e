//! The arguments of a rule.

use syn::parse::ParseStream;
use syn::{Ident, Lit, LitStr, Token};

use crate::diagnostic::{Diagnostic, Extent, one_of};
use crate::ir::{Count, Limit, Literal, Located};
use crate::language::{COUNT, KeySet, RANGE};

/// `code = ".."` and `message = ".."`, which every rule takes.
#[derive(Debug, Default)]
pub(super) struct Wording {
    pub(super) code: Option<Located<String>>,
    pub(super) message: Option<Located<String>>,
}

impl Wording {
    /// Reads the value behind the key; `false` when it is another key.
    pub(super) fn take(&mut self, key: &Ident, input: ParseStream) -> syn::Result<bool> {
        let slot = match key.to_string().as_str() {
            "code" => &mut self.code,
            "message" => &mut self.message,
            _ => return Ok(false),
        };
        if slot.is_some() {
            return Err(Diagnostic::new(key.span(), format!("`{key}` appears twice"))
                .fix("write it once")
                .into());
        }
        *slot = Some(text(key, input)?);
        Ok(true)
    }
}

/// `= ".."`
pub(super) fn text(key: &Ident, input: ParseStream) -> syn::Result<Located<String>> {
    equals(key, input, "\"..\"")?;
    let at = input.span();
    let Ok(text) = input.parse::<LitStr>() else {
        return Err(Diagnostic::new(at, format!("`{key}` takes a text in quotes"))
            .fix(format!("write `{key} = \"..\"`"))
            .into());
    };
    Ok(Located::new(text.value(), text.span()))
}

/// The `=` behind a key.
pub(super) fn equals(key: &Ident, input: ParseStream, value: &str) -> syn::Result<()> {
    if input.parse::<Token![=]>().is_err() {
        return Err(Diagnostic::new(key.span(), format!("`{key}` takes a value"))
            .fix(format!("write `{key} = {value}`"))
            .into());
    }
    Ok(())
}

/// `min = 1, max = 5` or `equal = 5`
pub(super) fn count(name: &Ident, input: ParseStream, wording: &mut Wording) -> syn::Result<Count> {
    let mut count = Count::default();
    each(input, |key| {
        let text = key.to_string();
        if !COUNT.contains(&text) {
            return Err(unknown(name, key, &COUNT));
        }
        if wording.take(key, input)? {
            return Ok(());
        }
        equals(key, input, "5")?;
        let number = number(input)?;
        let slots: &mut [&mut Option<Located<u32>>] = match text.as_str() {
            "min" => &mut [&mut count.min],
            "max" => &mut [&mut count.max],
            _ => &mut [&mut count.min, &mut count.max],
        };
        for slot in slots {
            if slot.replace(number.clone()).is_some() {
                return Err(twice(key));
            }
        }
        Ok(())
    })?;
    if count.min.is_none() && count.max.is_none() {
        return Err(nothing(name, "min = 1, max = 100"));
    }
    Ok(count)
}

/// `min = 0, max = 5`, `above = 0`, `below = 1.5`
pub(super) fn limits(
    name: &Ident,
    input: ParseStream,
    wording: &mut Wording,
) -> syn::Result<(Option<Limit>, Option<Limit>)> {
    let (mut min, mut max) = (None, None);
    each(input, |key| {
        let text = key.to_string();
        if !RANGE.contains(&text) {
            return Err(unknown(name, key, &RANGE));
        }
        if wording.take(key, input)? {
            return Ok(());
        }
        equals(key, input, "5")?;
        let excluded = text == "above" || text == "below";
        let limit = Limit { value: end(literal(input)?)?, excluded };
        let slot = if text == "min" || text == "above" { &mut min } else { &mut max };
        if slot.replace(limit).is_some() {
            return Err(twice(key));
        }
        Ok(())
    })?;
    if min.is_none() && max.is_none() {
        return Err(nothing(name, "min = 0, max = 100"));
    }
    Ok((min, max))
}

/// A text is a date or a moment; whether there is such a day the compiler finds
/// out, with the type of the field.
fn end(value: Located<Literal>) -> syn::Result<Located<Literal>> {
    if let Literal::Text(text) = &value.value {
        let year = text.as_bytes().get(..4);
        if !year.is_some_and(|year| year.iter().all(u8::is_ascii_digit)) {
            return Err(Diagnostic::new(value.at, "this is neither a date nor a moment")
                .why("a range ends at a number, a date or a moment")
                .fix("write a date as `\"2020-01-31\"`, a moment as `\"2020-01-31T12:00:00Z\"`")
                .into());
        }
    }
    Ok(value)
}

/// Calls a function for each key, between commas.
pub(super) fn each(
    input: ParseStream,
    mut entry: impl FnMut(&Ident) -> syn::Result<()>,
) -> syn::Result<()> {
    while !input.is_empty() {
        let key: Ident = input.parse()?;
        entry(&key)?;
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(())
}

/// A number or a text, as it is compared with a value.
pub(super) fn literal(input: ParseStream) -> syn::Result<Located<Literal>> {
    let start = input.span();
    let minus: Option<Token![-]> = input.parse()?;
    let Ok(literal) = input.parse::<Lit>() else {
        return Err(Diagnostic::new(input.span(), "expected a number or a text in quotes").into());
    };
    let at = Extent { start, end: literal.span() };
    let value = match (&literal, minus) {
        (Lit::Int(int), _) => {
            let digits =
                format!("{}{}", if minus.is_some() { "-" } else { "" }, int.base10_digits());
            Literal::Int(digits.parse().map_err(|_| {
                syn::Error::from(Diagnostic::new(at, "this number does not fit 64 bits"))
            })?)
        }
        (Lit::Float(float), _) => {
            let value: f64 = float.base10_parse()?;
            Literal::Float(if minus.is_some() { -value } else { value })
        }
        (Lit::Str(text), None) => Literal::Text(text.value()),
        (Lit::Bool(value), None) => Literal::Bool(value.value),
        _ => {
            return Err(Diagnostic::new(at, "expected a number or a text in quotes").into());
        }
    };
    Ok(Located::new(value, at))
}

fn number(input: ParseStream) -> syn::Result<Located<u32>> {
    let literal = literal(input)?;
    match literal.value {
        Literal::Int(number) if u32::try_from(number).is_ok() => {
            Ok(Located::new(u32::try_from(number).unwrap_or_default(), literal.at))
        }
        _ => {
            Err(Diagnostic::new(literal.at, "a count is a whole number from 0 to 4,294,967,295")
                .into())
        }
    }
}

fn unknown(name: &Ident, key: &Ident, known: &KeySet) -> syn::Error {
    let text = key.to_string();
    let suggestion = known.suggestion(&text);
    Diagnostic::new(key.span(), format!("unknown key `{text}` in `{name}`{suggestion}"))
        .fix(format!("known here: {}", one_of(known.names())))
        .into()
}

fn twice(key: &Ident) -> syn::Error {
    Diagnostic::new(key.span(), "this end of the range appears twice")
        .fix("give each end of the range once")
        .into()
}

fn nothing(name: &Ident, example: &str) -> syn::Error {
    Diagnostic::new(name.span(), format!("`{name}` says nothing by itself"))
        .fix(format!("write `{name}({example})`"))
        .into()
}
