//! What a field that holds money is called.

/// Words that name an amount of money, alone or as the last part of a name.
const WORDS: [&str; 14] = [
    "price", "amount", "cost", "fee", "total", "subtotal", "balance", "salary", "payment", "tax",
    "discount", "revenue", "refund", "budget",
];

/// Whether a field of this name holds money.
pub(crate) fn is_money(name: &str) -> bool {
    name.rsplit('_').next().is_some_and(|last| WORDS.contains(&last))
}
