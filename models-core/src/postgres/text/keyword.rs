//! Words that PostgreSQL does not take as the name of anything, without quotes.

/// Whether the word must be quoted to be a name.
///
/// These are the words of `pg_get_keywords()` in any category but
/// "unreserved", of every version from 15 to 18 together; `quote_ident` goes
/// by the same list.
///
/// By their first letters, because every name of a script is asked about and
/// hardly any is among them.
#[expect(clippy::too_many_lines, reason = "a list")]
pub(crate) fn must_be_quoted(word: &str) -> bool {
    let Some(first) = word.bytes().next() else { return false };
    match first {
        b'a' => matches!(
            word,
            "all"
                | "analyse"
                | "analyze"
                | "and"
                | "any"
                | "array"
                | "as"
                | "asc"
                | "asymmetric"
                | "authorization"
        ),
        b'b' => matches!(word, "between" | "bigint" | "binary" | "bit" | "boolean" | "both"),
        b'c' => matches!(
            word,
            "case"
                | "cast"
                | "char"
                | "character"
                | "check"
                | "coalesce"
                | "collate"
                | "collation"
                | "column"
                | "concurrently"
                | "constraint"
                | "create"
                | "cross"
                | "current_catalog"
                | "current_date"
                | "current_role"
                | "current_schema"
                | "current_time"
                | "current_timestamp"
                | "current_user"
        ),
        b'd' => matches!(
            word,
            "dec" | "decimal" | "default" | "deferrable" | "desc" | "distinct" | "do"
        ),
        b'e' => matches!(word, "else" | "end" | "except" | "exists" | "extract"),
        b'f' => matches!(
            word,
            "false" | "fetch" | "float" | "for" | "foreign" | "freeze" | "from" | "full"
        ),
        b'g' => matches!(word, "grant" | "greatest" | "group" | "grouping"),
        b'h' => matches!(word, "having"),
        b'i' => matches!(
            word,
            "ilike"
                | "in"
                | "initially"
                | "inner"
                | "inout"
                | "int"
                | "integer"
                | "intersect"
                | "interval"
                | "into"
                | "is"
                | "isnull"
        ),
        b'j' => matches!(
            word,
            "join"
                | "json"
                | "json_array"
                | "json_arrayagg"
                | "json_exists"
                | "json_object"
                | "json_objectagg"
                | "json_query"
                | "json_scalar"
                | "json_serialize"
                | "json_table"
                | "json_value"
        ),
        b'l' => matches!(
            word,
            "lateral"
                | "leading"
                | "least"
                | "left"
                | "like"
                | "limit"
                | "localtime"
                | "localtimestamp"
        ),
        b'm' => matches!(word, "merge_action"),
        b'n' => matches!(
            word,
            "national"
                | "natural"
                | "nchar"
                | "none"
                | "normalize"
                | "not"
                | "notnull"
                | "null"
                | "nullif"
                | "numeric"
        ),
        b'o' => matches!(
            word,
            "offset" | "on" | "only" | "or" | "order" | "out" | "outer" | "overlaps" | "overlay"
        ),
        b'p' => matches!(word, "placing" | "position" | "precision" | "primary"),
        b'r' => matches!(word, "real" | "references" | "returning" | "right" | "row"),
        b's' => matches!(
            word,
            "select"
                | "session_user"
                | "setof"
                | "similar"
                | "smallint"
                | "some"
                | "substring"
                | "symmetric"
                | "system_user"
        ),
        b't' => matches!(
            word,
            "table"
                | "tablesample"
                | "then"
                | "time"
                | "timestamp"
                | "to"
                | "trailing"
                | "treat"
                | "trim"
                | "true"
        ),
        b'u' => matches!(word, "unreserved" | "union" | "unique" | "user" | "using"),
        b'v' => matches!(word, "values" | "varchar" | "variadic" | "verbose"),
        b'w' => matches!(word, "when" | "where" | "window" | "with"),
        b'x' => matches!(
            word,
            "xmlattributes"
                | "xmlconcat"
                | "xmlelement"
                | "xmlexists"
                | "xmlforest"
                | "xmlnamespaces"
                | "xmlparse"
                | "xmlpi"
                | "xmlroot"
                | "xmlserialize"
                | "xmltable"
        ),
        _ => false,
    }
}
