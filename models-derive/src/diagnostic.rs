//! Every problem of one derive: collected, filtered by `allow(..)`, laid out.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::spanned::Spanned;

/// Where something stands in the source, from its first token to its last.
///
/// Two spans, because joining them is not stable: rustc draws the caret from
/// the first to the second by itself when an error's tokens carry them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    pub(crate) start: Span,
    pub(crate) end: Span,
}

impl Extent {
    pub(crate) fn of(node: &(impl quote::ToTokens + Spanned)) -> Self {
        let mut tokens = node.to_token_stream().into_iter();
        let start = tokens.next().map_or_else(|| node.span(), |token| token.span());
        let end = tokens.last().map_or(start, |token| token.span());
        Self { start, end }
    }

    pub(crate) fn to(self, end: Self) -> Self {
        Self { start: self.start, end: end.end }
    }
}

impl From<Span> for Extent {
    fn from(span: Span) -> Self {
        Self { start: span, end: span }
    }
}

/// One problem: what is wrong, why it matters, what to write instead.
#[derive(Clone, Debug)]
pub(crate) struct Diagnostic {
    at: Extent,
    what: String,
    why: Option<String>,
    fix: Option<String>,
    convention: Option<&'static str>,
}

impl Diagnostic {
    pub(crate) fn new(at: impl Into<Extent>, what: impl Into<String>) -> Self {
        Self { at: at.into(), what: what.into(), why: None, fix: None, convention: None }
    }

    /// Why it matters, in one clause.
    pub(crate) fn why(mut self, why: impl Into<String>) -> Self {
        self.why = Some(why.into());
        self
    }

    /// What to write instead.
    pub(crate) fn fix(mut self, fix: impl Into<String>) -> Self {
        self.fix = Some(fix.into());
        self
    }

    pub(crate) fn convention(mut self, name: &'static str) -> Self {
        self.convention = Some(name);
        self
    }

    /// The text under the caret: the first line says what is wrong, the last
    /// one names the convention.
    pub(crate) fn message(&self) -> String {
        let mut text = self.what.clone();
        let lines = [
            ("why", self.why.as_deref()),
            ("fix", self.fix.as_deref()),
            ("convention", self.convention),
        ];
        for (label, line) in lines {
            if let Some(line) = line {
                text.push_str("\n  ");
                text.push_str(label);
                text.push_str(": ");
                text.push_str(line);
            }
        }
        text
    }

    /// Where the caret belongs.
    pub(crate) fn at(&self) -> Extent {
        self.at
    }
}

impl From<syn::Error> for Diagnostic {
    /// The tokens of the error know where it ends; its span is the start.
    fn from(error: syn::Error) -> Self {
        Self::new(Extent::of(&error.to_compile_error()), error.to_string())
    }
}

impl From<Diagnostic> for syn::Error {
    /// The message is final: converting it back adds no line.
    fn from(diagnostic: Diagnostic) -> Self {
        let Extent { start, end } = diagnostic.at;
        let ends = [Ident::new("from", start), Ident::new("to", end)];
        let tokens: TokenStream = ends.into_iter().map(TokenTree::Ident).collect();
        Self::new_spanned(tokens, diagnostic.message())
    }
}

/// All problems of one derive.
#[derive(Debug, Default)]
pub(crate) struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub(crate) fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.diagnostics.extend(diagnostics);
    }

    /// Takes the value, or reports every error inside.
    pub(crate) fn take<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                self.diagnostics.extend(error.into_iter().map(Diagnostic::from));
                None
            }
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    pub(crate) fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}

/// The nearest of the known words, when one is near.
pub(crate) fn did_you_mean<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let lower = word.to_lowercase();
    let score = |candidate| {
        strsim::jaro_winkler(word, candidate).max(strsim::jaro_winkler(&lower, candidate))
    };
    known
        .into_iter()
        .map(|candidate| (score(candidate), candidate))
        .filter(|(score, _)| *score > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// `` ; did you mean `x`? `` behind an unknown word.
pub(crate) fn near<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    did_you_mean(word, known).map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// `` `a`, `b` or `c` ``.
pub(crate) fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}
