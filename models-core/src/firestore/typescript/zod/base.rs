//! What a value is, before any rule: what the converter takes.

use crate::firestore::typescript::Sdk;
use crate::firestore::typescript::enums::Enums;
use crate::firestore::typescript::helper::Helper;
use crate::firestore::typescript::kind::Kind;
use crate::schema::Type;

/// A piece of the text, and what it calls.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) helpers: Vec<Helper>,
}

/// The schema of a type.
pub(super) fn of(kind: &Type, sdk: Sdk, enums: &Enums<'_>) -> Piece {
    let plain = |text: &str| Piece { text: text.to_owned(), helpers: Vec::new() };
    match kind {
        Type::Bool => plain("z.boolean()"),
        Type::I16 => plain("z.int().gte(-32768).lte(32767)"),
        Type::I32 => plain("z.int().gte(-2147483648).lte(2147483647)"),
        // As many as JavaScript tells apart.
        Type::I64 | Type::Interval => plain("z.int()"),
        Type::Text
        | Type::Uid
        | Type::DocumentId
        | Type::Decimal
        | Type::Uuid
        | Type::Network
        | Type::Date
        | Type::Time => plain("z.string()"),
        Type::Enum(of) => match enums.names(of) {
            Some((_, labels)) => plain(&format!("z.enum({labels})")),
            None => plain("z.string()"),
        },
        // `z.number()` refuses the infinities, which a document holds.
        other => match Kind::of(other, sdk, enums) {
            Some(kind) => {
                let text = format!("z.custom<{}>(accepts(() => {}))", kind.name, kind.reader);
                let mut helpers = kind.helpers;
                helpers.push(Helper::Accepts);
                Piece { text, helpers }
            }
            None => plain("z.never()"),
        },
    }
}
