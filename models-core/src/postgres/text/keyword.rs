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

/// What the words that begin with a letter are like: their lengths, their
/// second and their last letters, as bits.
#[derive(Clone, Copy)]
struct Shape {
    lengths: u32,
    seconds: u32,
    lasts: u32,
}

/// By first letter: almost every name is told from all words by these.
const SHAPES: [Shape; 26] = {
    let mut shapes = [Shape { lengths: 0, seconds: 0, lasts: 0 }; 26];
    let mut i = 0;
    while i < WORDS.len() {
        let word = WORDS[i].as_bytes();
        let shape = &mut shapes[(word[0] - b'a') as usize];
        shape.lengths |= 1 << word.len();
        shape.seconds |= 1 << (word[1] & 31);
        shape.lasts |= 1 << (word[word.len() - 1] & 31);
        i += 1;
    }
    shapes
};

/// Whether the word must be quoted to be a name.
#[inline]
pub(crate) fn must_be_quoted(word: &str) -> bool {
    let (&[first, second, ..], &[.., last]) = (word.as_bytes(), word.as_bytes()) else {
        return false;
    };
    let Some(shape) = SHAPES.get(usize::from(first.wrapping_sub(b'a'))) else { return false };
    word.len() < 32
        && shape.lengths >> word.len() & 1 == 1
        && shape.seconds >> (second & 31) & 1 == 1
        && shape.lasts >> (last & 31) & 1 == 1
        && WORDS.binary_search(&word).is_ok()
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
