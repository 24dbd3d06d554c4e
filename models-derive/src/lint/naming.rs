//! The words that names consist of.

/// The plural of a word in snake case, as a table is called. English is not
/// that simple; it is a proposal.
pub(super) fn plural(name: &str) -> String {
    let irregular = [("person", "people"), ("child", "children")];
    for (one, many) in irregular {
        if let Some(head) = name.strip_suffix(one) {
            return format!("{head}{many}");
        }
    }
    let before_last = name.chars().rev().nth(1);
    match name.strip_suffix('y') {
        Some(stem) if before_last.is_some_and(|c| !"aeiou".contains(c)) => format!("{stem}ies"),
        _ if ["s", "x", "z", "ch", "sh"].iter().any(|end| name.ends_with(end)) => {
            format!("{name}es")
        }
        _ => format!("{name}s"),
    }
}

/// Words that name an amount of money, alone or as the last part of a name.
const MONEY: [&str; 14] = [
    "price", "amount", "cost", "fee", "total", "subtotal", "balance", "salary", "payment", "tax",
    "discount", "revenue", "refund", "budget",
];

/// Currencies that stand behind such a word.
const CURRENCIES: [&str; 8] = ["usd", "eur", "gbp", "chf", "jpy", "cad", "aud", "cny"];

/// Whether a field of this name holds money.
pub(crate) fn is_money(name: &str) -> bool {
    let mut words = name.rsplit('_');
    let last = words.next();
    let last =
        if last.is_some_and(|word| CURRENCIES.contains(&word)) { words.next() } else { last };
    last.is_some_and(|word| MONEY.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::{is_money, plural};

    #[test]
    fn plurals_are_those_of_an_english_speaker_in_a_hurry() {
        let words = ["post", "category", "day", "address", "box", "team_child", "person", "y"];
        let many: Vec<String> = words.iter().map(|word| plural(word)).collect();
        assert_eq!(
            many,
            ["posts", "categories", "days", "addresses", "boxes", "team_children", "people", "ys"]
        );
    }

    #[test]
    fn money_is_named_by_the_last_word_or_the_one_before_a_currency() {
        assert!(["price", "unit_price", "price_eur", "total"].iter().all(|name| is_money(name)));
        assert!(["price_cents", "tax_rate", "eur", "priced", ""].iter().all(|n| !is_money(n)));
    }
}
