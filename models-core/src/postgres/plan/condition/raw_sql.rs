//! What can be seen of SQL that someone wrote, word by word.

/// Whether the SQL reads this table: names it where a table stands, behind
/// `from` or `join`, or behind a comma in such a list.
///
/// This looks at words and knows no grammar, so it may see a table too much
/// where a name stands for something else; a condition can be put another way.
pub(crate) fn reads(sql: &str, schema: &str, table: &str) -> bool {
    let words = words(sql);
    let mut in_tables = false;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        at += 1;
        match word {
            Word::Bare(word) if matches!(&**word, "from" | "join") => in_tables = true,
            Word::Bare(word) if ENDS.contains(&&**word) => {
                in_tables = false;
                continue;
            }
            Word::Other(',') if in_tables => {}
            Word::Bare(_) | Word::Quoted(_) | Word::Other(_) => continue,
        }
        while matches!(words.get(at), Some(Word::Other('(')))
            || matches!(words.get(at), Some(Word::Bare(word)) if matches!(&**word, "only" | "lateral"))
        {
            at += 1;
        }
        if names(words.get(at..).unwrap_or_default(), schema, table) {
            return true;
        }
    }
    false
}

/// Words that end a list of tables.
const ENDS: [&str; 10] =
    ["where", "on", "using", "group", "order", "having", "limit", "union", "except", "intersect"];

/// Whether words begin with the name of a table, in its schema or in none.
fn names(words: &[Word], schema: &str, table: &str) -> bool {
    let is = |word: &Word, name: &str| matches!(word, Word::Bare(w) | Word::Quoted(w) if w == name);
    match words {
        [first, Word::Other('.'), name, ..] => is(first, schema) && is(name, table),
        [name, ..] => is(name, table),
        [] => false,
    }
}

#[derive(Debug)]
enum Word {
    /// A word, in lower case as PostgreSQL reads it.
    Bare(String),
    /// A name between double quotes.
    Quoted(String),
    /// Any other character.
    Other(char),
}

/// The words outside texts and comments.
fn words(sql: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = sql;
    while let Some(c) = rest.chars().next() {
        rest = if c.is_alphabetic() || c == '_' {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '$');
            let (word, rest) = rest.split_at(end.unwrap_or(rest.len()));
            words.push(Word::Bare(word.to_ascii_lowercase()));
            rest
        } else if c == '"' {
            let (name, rest) = quoted(rest, '"');
            words.push(Word::Quoted(name));
            rest
        } else if c == '\'' {
            quoted(rest, '\'').1
        } else if rest.starts_with("--") {
            rest.find('\n').map_or("", |end| rest.split_at(end).1)
        } else if let Some(comment) = rest.strip_prefix("/*") {
            comment.find("*/").map_or("", |end| comment.split_at(end + 2).1)
        } else {
            if !c.is_whitespace() {
                words.push(Word::Other(c));
            }
            rest.split_at(c.len_utf8()).1
        };
    }
    words
}

/// What stands between quotes, where two of them are one, and what follows.
fn quoted(sql: &str, quote: char) -> (String, &str) {
    let mut text = String::new();
    let mut chars = sql.char_indices().skip(1);
    while let Some((i, c)) = chars.next() {
        let after = sql.split_at(i + c.len_utf8()).1;
        if c != quote {
            text.push(c);
        } else if after.starts_with(quote) {
            text.push(c);
            chars.next();
        } else {
            return (text, after);
        }
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads_posts(sql: &str) -> bool {
        reads(sql, "public", "posts")
    }

    #[test]
    fn sees_the_table_behind_from_and_join() {
        for sql in [
            "exists (select from posts where true)",
            "exists (select from public.posts p)",
            "id in (select id from only \"posts\")",
            "1 < (select count(*) from users u join Public.POSTS p on p.id = u.id)",
            "exists (select from users, posts where true)",
            "exists (select from (posts))",
            "exists (select /* from */ 1 FROM -- a comment\n posts)",
        ] {
            assert!(reads_posts(sql), "{sql}");
        }
    }

    #[test]
    fn sees_no_table_elsewhere() {
        for sql in [
            "posts.author_id = auth.uid()",
            "exists (select from users u where u.id = posts.author_id)",
            "title = 'from posts'",
            "exists (select from \"Posts\")",
            "exists (select from archive.posts)",
            "exists (select from posts_likes)",
            "true -- from posts",
            "exists (select from users where a = 1, posts)",
        ] {
            assert!(!reads_posts(sql), "{sql}");
        }
    }
}
