//! Words that PostgreSQL does not take as the name of anything, without quotes.

/// The words of `pg_get_keywords()` in any category but "unreserved", of every
/// version from 15 to 18 together; `quote_ident` goes by the same list.
#[rustfmt::skip]
const WORDS: [&str; 164] = [
    "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric",
    "authorization", "between", "bigint", "binary", "bit", "boolean", "both", "case", "cast",
    "char", "character", "check", "coalesce", "collate", "collation", "column", "concurrently",
    "constraint", "create", "cross", "current_catalog", "current_date", "current_role",
    "current_schema", "current_time", "current_timestamp", "current_user", "dec", "decimal",
    "default", "deferrable", "desc", "distinct", "do", "else", "end", "except", "exists",
    "extract", "false", "fetch", "float", "for", "foreign", "freeze", "from", "full", "grant",
    "greatest", "group", "grouping", "having", "ilike", "in", "initially", "inner", "inout",
    "int", "integer", "intersect", "interval", "into", "is", "isnull", "join", "json",
    "json_array", "json_arrayagg", "json_exists", "json_object", "json_objectagg", "json_query",
    "json_scalar", "json_serialize", "json_table", "json_value", "lateral", "leading", "least",
    "left", "like", "limit", "localtime", "localtimestamp", "merge_action", "national", "natural",
    "nchar", "none", "normalize", "not", "notnull", "null", "nullif", "numeric", "offset", "on",
    "only", "or", "order", "out", "outer", "overlaps", "overlay", "placing", "position",
    "precision", "primary", "real", "references", "returning", "right", "row", "select",
    "session_user", "setof", "similar", "smallint", "some", "substring", "symmetric",
    "system_user", "table", "tablesample", "then", "time", "timestamp", "to", "trailing", "treat",
    "trim", "true", "union", "unique", "user", "using", "values", "varchar", "variadic",
    "verbose", "when", "where", "window", "with", "xmlattributes", "xmlconcat", "xmlelement",
    "xmlexists", "xmlforest", "xmlnamespaces", "xmlparse", "xmlpi", "xmlroot", "xmlserialize",
    "xmltable",
];

/// The words that begin with a letter: where they stand in the list, and the
/// marks that they have.
#[derive(Clone, Copy)]
struct Initial {
    from: usize,
    to: usize,
    marks: u64,
}

/// By first letter: almost every name is told from all words by its mark.
const INITIALS: [Initial; 26] = {
    let mut initials = [Initial { from: 0, to: 0, marks: 0 }; 26];
    let mut i = 0;
    while i < WORDS.len() {
        let word = WORDS[i].as_bytes();
        let initial = &mut initials[(word[0] - b'a') as usize];
        if initial.to == 0 {
            initial.from = i;
        }
        initial.to = i + 1;
        initial.marks |= mark(word);
        i += 1;
    }
    initials
};

/// One bit for what a word is like: its second letter, its last, its length.
/// Two words with different marks differ.
#[inline]
pub(crate) const fn mark(word: &[u8]) -> u64 {
    let (&[_, second, ..], &[.., last]) = (word, word) else { return 1 };
    1 << ((7 * second as usize + last as usize + 3 * word.len()) % 64)
}

/// Whether the word must be quoted to be a name.
#[inline]
pub(crate) fn must_be_quoted(word: &str) -> bool {
    let Some(first) = word.as_bytes().first() else { return false };
    let Some(initial) = INITIALS.get(usize::from(first.wrapping_sub(b'a'))) else { return false };
    initial.marks & mark(word.as_bytes()) != 0 && is_among(word, initial)
}

/// Rarely asked, so it is not in the way of where it is not.
#[cold]
fn is_among(word: &str, initial: &Initial) -> bool {
    WORDS[initial.from..initial.to].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{WORDS, must_be_quoted};

    #[test]
    fn every_word_is_found() {
        assert!(WORDS.is_sorted());
        assert!(WORDS.iter().all(|word| must_be_quoted(word)));
        assert!(!["", "a", "zebra", "xml", "title", "_", "ä"].iter().any(|w| must_be_quoted(w)));
    }
}
