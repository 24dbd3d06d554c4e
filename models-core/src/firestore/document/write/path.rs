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

/// The path of a field of the body.
pub(in crate::firestore) fn field_path(name: &str) -> String {
    of([name])
}

/// The names of a path.
pub(in crate::firestore) fn field_names(path: &str) -> Vec<String> {
    let (mut names, mut name) = (Vec::new(), String::new());
    let (mut letters, mut is_quoted) = (path.chars(), false);
    while let Some(letter) = letters.next() {
        match letter {
            '`' => is_quoted = !is_quoted,
            '.' if !is_quoted => names.push(std::mem::take(&mut name)),
            '\\' if is_quoted => name.extend(letters.next()),
            letter => name.push(letter),
        }
    }
    names.push(name);
    names
}

#[cfg(test)]
mod tests {
    use super::{field_names, of};

    #[test]
    fn names_are_quoted_where_they_need_it() {
        assert_eq!(of(["createdAt"]), "createdAt");
        assert_eq!(of(["labels", "en"]), "labels.en");
        assert_eq!(of(["labels", "a.b"]), "labels.`a.b`");
        assert_eq!(of(["2x", "`\\"]), "`2x`.`\\`\\\\`");
        assert_eq!(of([""]), "``");
    }

    #[test]
    fn and_are_found_again() {
        for names in [&["a"][..], &["a", "b.c"], &["`\\", "2x", "é."], &[""]] {
            assert_eq!(field_names(&of(names.iter().copied())), names);
        }
    }
}
