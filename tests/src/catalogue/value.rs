//! Value rules as `pg_get_expr` prints them: all parentheses, all types.

use models_core::schema::{Check, Count, Limits, Literal, Type};
use models_core::validate::{EMAIL, URL};

/// The condition that a rule is, on a column of this type. Knows what the
/// generator makes.
pub(super) fn described(check: &Check, kind: &Type, column: &str) -> String {
    let call = |function: &str| format!("{function}({column})");
    let form = |pattern: &str| format!("({column} ~ {})", text(&format!("^(?:{pattern})$")));
    match check {
        Check::Length(count) if *kind == Type::Bytes => counted(&call("octet_length"), *count),
        Check::Length(count) => counted(&call("char_length"), *count),
        Check::Items(count) => counted(&call("cardinality"), *count),
        Check::Range(limits) => between(limits, kind, column),
        Check::Pattern(pattern) => form(pattern),
        Check::OneOf(options) => {
            let options: Vec<String> = options.iter().map(|option| literal(option, kind)).collect();
            match options.as_slice() {
                [one] => format!("({column} = {one})"),
                options => format!("({column} = ANY (ARRAY[{}]))", options.join(", ")),
            }
        }
        Check::Email => format!("((char_length({column}) <= 254) AND {})", form(EMAIL)),
        Check::Url => format!("((char_length({column}) <= 2048) AND {})", form(URL)),
        Check::NotBlank => format!("({column} ~ '[^\\t-\\r ]'::text)"),
        Check::Ascii => format!("(octet_length({column}) = char_length({column}))"),
        Check::StartsWith(part) => format!("starts_with({column}, {})", text(part)),
        Check::EndsWith(part) => {
            let length = part.chars().count();
            format!("(\"right\"({column}, {length}) = {})", text(part))
        }
        Check::Contains(part) => format!("(strpos({column}, {}) > 0)", text(part)),
        Check::MultipleOf(divisor) => match kind {
            Type::I16 => format!("((({column})::integer % {divisor}) = 0)"),
            Type::I64 => format!("(({column} % ({divisor})::bigint) = 0)"),
            _ => format!("(({column} % {divisor}) = 0)"),
        },
        Check::Finite => {
            let of = name(kind);
            format!("({column} <> ALL (ARRAY['NaN'::{of}, 'Infinity'::{of}, '-Infinity'::{of}]))")
        }
        Check::Each(_) => format!("helper({column})"),
        Check::Keys(_) | Check::Values(_) | Check::Custom(_) | Check::Nested => {
            panic!("{check:?} is no constraint")
        }
    }
}

fn counted(value: &str, count: Count) -> String {
    match (count.min, count.max) {
        (Some(min), Some(max)) if min == max => format!("({value} = {min})"),
        (Some(min), Some(max)) => format!("(({value} >= {min}) AND ({value} <= {max}))"),
        (Some(min), None) => format!("({value} >= {min})"),
        (None, max) => format!("({value} <= {})", max.unwrap()),
    }
}

fn between(limits: &Limits, kind: &Type, column: &str) -> String {
    let ends = [(&limits.min, ">=", ">"), (&limits.max, "<=", "<")];
    let ends = ends.into_iter().filter_map(|(limit, closed, open)| {
        let limit = limit.as_ref()?;
        let sign = if limit.excluded { open } else { closed };
        Some(format!("({column} {sign} {})", literal(&limit.value, kind)))
    });
    let is_number = match kind {
        Type::F32 | Type::F64 | Type::Decimal => {
            Some(format!("({column} <> 'NaN'::{})", name(kind)))
        }
        _ => None,
    };
    let parts: Vec<String> = ends.chain(is_number).collect();
    match parts.as_slice() {
        [one] => one.clone(),
        parts => format!("({})", parts.join(" AND ")),
    }
}

fn literal(value: &Literal, kind: &Type) -> String {
    let wide = match kind {
        Type::F32 | Type::F64 => Some("double precision"),
        Type::Decimal => Some("numeric"),
        _ => None,
    };
    match (value, wide) {
        (Literal::Int(int), None) if *int < 0 => format!("'{int}'::integer"),
        (Literal::Int(int), None) => int.to_string(),
        (Literal::Int(int), Some(of)) if *int < 0 => format!("('{int}'::integer)::{of}"),
        (Literal::Int(int), Some(of)) => format!("({int})::{of}"),
        (Literal::Float(float), Some("numeric")) => float.to_string(),
        (Literal::Float(float), Some(of)) => format!("({float})::{of}"),
        (Literal::Text(value), _) => text(value),
        (other, _) => panic!("{other:?} is not generated"),
    }
}

fn name(kind: &Type) -> &'static str {
    match kind {
        Type::F32 => "real",
        Type::F64 => "double precision",
        _ => "numeric",
    }
}

fn text(text: &str) -> String {
    format!("'{}'::text", text.replace('\'', "''"))
}
