//! How a name in Rust is written in a document.

/// `created_at` as `createdAt`. Underscores before the first letter and after
/// the last stay where they are.
pub(crate) fn camel_case(name: &str) -> String {
    let body = name.trim_matches('_');
    let Some(start) = name.find(body).filter(|_| !body.is_empty()) else { return name.to_owned() };
    let mut camel = name.get(..start).unwrap_or_default().to_owned();
    for (position, word) in body.split('_').filter(|word| !word.is_empty()).enumerate() {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if position > 0 => camel.extend(first.to_uppercase()),
            Some(first) => camel.push(first),
            None => {}
        }
        camel.push_str(letters.as_str());
    }
    camel.push_str(name.get(start + body.len()..).unwrap_or_default());
    camel
}

#[cfg(test)]
mod tests {
    use super::camel_case;

    #[test]
    fn words_are_joined() {
        let pairs =
            [("created_at", "createdAt"), ("a", "a"), ("x_y_z", "xYZ"), ("_kept_", "_kept_")];
        for (snake, camel) in pairs {
            assert_eq!(camel_case(snake), camel);
        }
        assert_eq!(camel_case("line_2"), "line2");
        assert_eq!(camel_case("__"), "__");
    }
}
