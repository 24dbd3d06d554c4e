//! The macros that the derive calls.

/// A pattern that needs a regular-expression engine.
#[cfg(feature = "regex")]
#[doc(hidden)]
#[macro_export]
macro_rules! __expression {
    ($text:literal) => {{
        static PATTERN: $crate::validate::Pattern = $crate::validate::Pattern::expression($text);
        &PATTERN
    }};
}

/// A pattern that needs a regular-expression engine, which is switched off.
#[cfg(not(feature = "regex"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __expression {
    ($text:literal) => {{
        ::core::compile_error!(
            "this pattern needs a regular-expression engine\n  why: its parts compete for characters, so one pass cannot decide\n  fix: turn on the feature `regex` of `backend-models`, or write classes of characters one after the other, as in `[a-z]{2}[0-9]+`"
        );
        &$crate::validate::Pattern::parts(&[])
    }};
}
