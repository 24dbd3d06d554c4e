//! Broken rules in words.

use super::violation::Violation;
use crate::schema::{Check, Count, Limit, Limits, List, Literal, ModelRule, Text, ValueRule};

/// What a broken rule of a field is.
pub(crate) fn of(path: Text, rule: &ValueRule) -> Violation {
    let (min, max) = ends(&rule.check);
    Violation {
        path,
        code: rule.code.clone().unwrap_or(Text::Borrowed(rule.check.name())),
        min,
        max,
        expected: expected(&rule.check),
        message: rule.message.clone().unwrap_or_else(|| message(&rule.check)),
    }
}

/// What a broken rule about several fields is.
pub(crate) fn of_model(rule: &ModelRule) -> Violation {
    let text = Text::Borrowed("the values do not fit together");
    Violation {
        path: Text::default(),
        code: rule.code.clone().unwrap_or(Text::Borrowed("rule")),
        min: None,
        max: None,
        expected: None,
        message: rule.message.clone().unwrap_or(text),
    }
}

fn ends(check: &Check) -> (Option<Literal>, Option<Literal>) {
    match check {
        Check::Length(count) | Check::Items(count) => {
            let number = |number: Option<u32>| number.map(|number| Literal::Int(number.into()));
            (number(count.min), number(count.max))
        }
        Check::Range(limits) => {
            let value = |limit: &Option<Limit>| limit.as_ref().map(|limit| limit.value.clone());
            (value(&limits.min), value(&limits.max))
        }
        _ => (None, None),
    }
}

fn expected(check: &Check) -> Option<Text> {
    match check {
        Check::Pattern(text)
        | Check::StartsWith(text)
        | Check::EndsWith(text)
        | Check::Contains(text) => Some(text.clone()),
        Check::OneOf(values) => Some(listed(values).into()),
        Check::MultipleOf(number) => Some(Words::of("").number(*number).done()),
        _ => None,
    }
}

fn message(check: &Check) -> Text {
    match check {
        Check::Length(count) => Words::of("must have ").many(*count).say(" characters").done(),
        Check::Items(count) => Words::of("must have ").many(*count).say(" entries").done(),
        Check::Range(limits) => Words::of("must be ").between(limits).done(),
        Check::Pattern(pattern) => Words::of("must match ").quoted(pattern).done(),
        Check::OneOf(values) => Words::of("must be one of ").list(values).done(),
        Check::Email => "must be an email address".into(),
        Check::Url => "must be an address of the web".into(),
        Check::NotBlank => "must not be blank".into(),
        Check::Ascii => "must have ASCII characters only".into(),
        Check::StartsWith(text) => Words::of("must begin with ").quoted(text).done(),
        Check::EndsWith(text) => Words::of("must end with ").quoted(text).done(),
        Check::Contains(text) => Words::of("must contain ").quoted(text).done(),
        Check::MultipleOf(number) => Words::of("must be a multiple of ").number(*number).done(),
        Check::Finite => "must be a finite number".into(),
        Check::Each(_) => "has an item that is not valid".into(),
        Check::Keys(_) => "has a key that is not valid".into(),
        Check::Values(_) => "has a value that is not valid".into(),
        Check::Custom(_) | Check::Nested => "is not valid".into(),
    }
}

fn listed(values: &List<Literal>) -> String {
    Words::of("").list(values).0
}

/// A sentence that is being said, in one text: what is wrong with a form is
/// asked with every key that somebody presses.
struct Words(String);

impl Words {
    fn of(beginning: &str) -> Self {
        let mut text = String::with_capacity(64);
        text.push_str(beginning);
        Self(text)
    }

    fn done(self) -> Text {
        self.0.into()
    }

    fn say(mut self, words: &str) -> Self {
        self.0.push_str(words);
        self
    }

    fn quoted(self, text: &str) -> Self {
        self.say("`").say(text).say("`")
    }

    fn number(mut self, number: i64) -> Self {
        if number < 0 {
            self.0.push('-');
        }
        digits(&mut self.0, number.unsigned_abs());
        self
    }

    fn many(self, count: Count) -> Self {
        match (count.min, count.max) {
            (Some(min), Some(max)) if min == max => self.number(min.into()),
            (Some(min), Some(max)) => self.number(min.into()).say(" to ").number(max.into()),
            (Some(min), None) => self.say("at least ").number(min.into()),
            (None, Some(max)) => self.say("at most ").number(max.into()),
            (None, None) => self.say("any number of"),
        }
    }

    fn between(self, limits: &Limits) -> Self {
        match (&limits.min, &limits.max) {
            (Some(min), Some(max)) => self.least(min).say(" and ").most(max),
            (Some(min), None) => self.least(min),
            (None, Some(max)) => self.most(max),
            (None, None) => self.say("a number"),
        }
    }

    fn least(self, limit: &Limit) -> Self {
        self.say(if limit.excluded { "more than " } else { "at least " }).value(&limit.value)
    }

    fn most(self, limit: &Limit) -> Self {
        self.say(if limit.excluded { "less than " } else { "at most " }).value(&limit.value)
    }

    fn list(mut self, values: &List<Literal>) -> Self {
        for (at, value) in values.iter().enumerate() {
            self = self.say(if at == 0 { "" } else { ", " }).value(value);
        }
        self
    }

    fn value(self, value: &Literal) -> Self {
        match value {
            Literal::Bool(value) => self.say(if *value { "true" } else { "false" }),
            Literal::Int(value) => self.number(*value),
            Literal::Float(value) => self.say(&value.to_string()),
            Literal::Text(value) => self.quoted(value),
        }
    }
}

/// A number without the machinery that pads and aligns.
fn digits(text: &mut String, number: u64) {
    if number >= 10 {
        digits(text, number / 10);
    }
    if let Ok(digit) = u8::try_from(number % 10) {
        text.push(char::from(b'0' + digit));
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn numbers_are_said_as_they_are_written() {
        for number in [0, 9, 10, -1, 1_234_567, i64::MAX, i64::MIN] {
            assert_eq!(Words::of("").number(number).0, number.to_string());
        }
    }
}
