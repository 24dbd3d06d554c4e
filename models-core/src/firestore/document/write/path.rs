//! Paths of fields, as a mask names them.

/// The path of a field, or of an entry of a map in it: names between dots, in
/// backticks where they are more than letters, digits and underscores.
pub(super) fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let mut path = String::new();
    for name in names {
        if !path.is_empty() {
            path.push('.');
        }
        append(&mut path, name);
    }
    path
}

fn append(path: &mut String, name: &str) {
    if is_simple(name) {
        return path.push_str(name);
    }
    path.push('`');
    for letter in name.chars() {
        if matches!(letter, '`' | '\\') {
            path.push('\\');
        }
        path.push(letter);
    }
    path.push('`');
}

fn is_simple(name: &str) -> bool {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    name.starts_with(|first: char| is_word(first) && !first.is_ascii_digit())
        && name.chars().all(is_word)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn names_are_quoted_where_they_need_it() {
        assert_eq!(of(["createdAt"]), "createdAt");
        assert_eq!(of(["labels", "en"]), "labels.en");
        assert_eq!(of(["labels", "a.b"]), "labels.`a.b`");
        assert_eq!(of(["2x", "`\\"]), "`2x`.`\\`\\\\`");
        assert_eq!(of([""]), "``");
    }
}
