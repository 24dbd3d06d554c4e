//! A report as tokens.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote_spanned;

use crate::diagnostic::{Diagnostic, Report};

/// One `compile_error!` for each problem.
pub(crate) fn errors(report: &Report) -> TokenStream {
    report.diagnostics().iter().flat_map(error).collect()
}

/// The first token carries the start and the last one the end, which is how
/// rustc knows what to underline.
fn error(diagnostic: &Diagnostic) -> Vec<TokenTree> {
    let message = diagnostic.message();
    let at = diagnostic.at();
    let head = quote_spanned!(at.start=> ::core::compile_error!);
    let body = quote_spanned!(at.end=> { #message });
    head.into_iter().chain(body).collect()
}
