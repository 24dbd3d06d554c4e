//! A report as tokens.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use crate::diagnostic::{Diagnostic, Report};

/// One `compile_error!` for each problem.
pub(crate) fn errors(report: &Report) -> TokenStream {
    report.diagnostics().iter().map(error).collect()
}

/// The first token carries the start and the last one the end, which is how
/// rustc knows what to underline.
pub(super) fn error(diagnostic: &Diagnostic) -> TokenStream {
    let message = diagnostic.message();
    let at = diagnostic.at();
    let mut error = quote_spanned!(at.start=> ::core::compile_error!);
    error.extend(quote_spanned!(at.end=> { #message }));
    error
}
