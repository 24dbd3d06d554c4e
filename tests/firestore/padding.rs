//! True conditions of any cost.

/// A function that [`padding`] calls.
pub(crate) fn function() -> String {
    format!("function hundred() {{ return {}; }}", terms(97))
}

/// A true condition of exactly this cost, short enough to compile quickly: a
/// call and the `&&` before it make up the hundred.
pub(crate) fn padding(cost: u32) -> String {
    let hundreds = (cost - 1) / 100;
    terms(cost - 100 * hundreds) + &" && hundred()".repeat(hundreds as usize)
}

/// The same of nothing but literals, `!` and `&&`.
pub(crate) fn terms(cost: u32) -> String {
    // n literals and the `&&` between them cost 3n - 2, each `!` one more.
    let (literals, negations) = (1 + (cost - 1) / 3, (cost - 1) % 3);
    let first = ["true", "!false", "!!true"][negations as usize];
    tree(first, literals)
}

/// Terms joined by `&&`, the first as given; balanced, as a long chain does not
/// compile.
pub(crate) fn tree(first: &str, terms: u32) -> String {
    if terms == 1 {
        return first.to_owned();
    }
    let left = terms / 2;
    format!("({} && {})", tree(first, left), tree("true", terms - left))
}
