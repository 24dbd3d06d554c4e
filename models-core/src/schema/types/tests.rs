//! The facts of each type fit one another.

use super::*;

/// One of each, with and without what a description adds.
fn all() -> Vec<Type> {
    let labels =
        |native| Type::Enum(EnumType::new("mood".into(), vec!["good".into()].into(), native));
    vec![
        Type::Bool,
        Type::I16,
        Type::I32,
        Type::I64,
        Type::F32,
        Type::F64,
        Type::Decimal,
        Type::Text,
        Type::Uuid,
        Type::Uid,
        Type::DocumentId,
        Type::Reference,
        Type::GeoPoint,
        Type::Timestamp,
        Type::LocalTimestamp,
        Type::Date,
        Type::Time,
        Type::Interval,
        Type::Json,
        Type::Bytes,
        Type::Network,
        labels(false),
        labels(true),
        Type::Vector(3),
        Type::HalfVector(3),
        Type::SparseVector(3),
        Type::BitVector(3),
        Type::Array(Type::I16.into()),
        Type::Map(Type::I16.into()),
    ]
}

#[test]
fn each_type_is_stored_somewhere_or_says_why_not() {
    for kind in all() {
        let def = kind.def();
        assert!(kind.column().is_some() || kind.document().is_some(), "{kind:?}");
        let refusals = [refusal(&def.column), refusal(&def.document)];
        for message in refusals.into_iter().flatten() {
            assert!(message.ends_with("\n  convention: type_suits_its_engine"), "{kind:?}");
        }
    }
}

fn refusal<T>(support: &Support<T>) -> Option<&'static str> {
    match support {
        Support::Stored(_) => None,
        Support::Refused(message) => Some(message),
    }
}

#[test]
fn a_column_has_a_name() {
    for kind in all() {
        let Some(column) = kind.column() else { continue };
        assert_eq!(column.name.is_empty(), column.defined == DefinedIn::Script, "{kind:?}");
        // What has no order of its own is not leakproof by chance.
        assert!(column.btree || !column.leakproof, "{kind:?}");
        assert_eq!(column.nearest.is_some(), kind.dimensions().is_some(), "{kind:?}");
    }
}

#[test]
fn a_document_is_read_and_tested_as_what_it_holds() {
    for kind in all() {
        let Some(DocumentTypeDef { form, test, typescript, .. }) = kind.document() else {
            continue;
        };
        let is_number = matches!(form, DocumentForm::Integer | DocumentForm::Double);
        assert_eq!(is_number, typescript.web == "number", "{kind:?}");
        assert_eq!(*test == RulesTest::None, *form == DocumentForm::Vector, "{kind:?}");
        let is_computed = matches!(
            kind.parameter(),
            TypeParameter::Labels(_) | TypeParameter::Elements(_) | TypeParameter::Values(_)
        );
        assert_eq!(typescript.web.is_empty(), is_computed, "{kind:?}");
        assert_eq!(typescript.admin.is_empty(), is_computed, "{kind:?}");
    }
}

/// The keys of the payload and of the class belong together.
#[test]
fn a_class_has_the_payload_that_it_needs() {
    for kind in all() {
        let is_label = matches!(kind.parameter(), TypeParameter::Labels(_));
        assert_eq!(is_label, kind.class() == ValueClass::Label);
        assert_eq!(kind.element().is_some(), kind.class() == ValueClass::List);
        let rules = &kind.def().rules;
        assert_eq!(rules.multiple_of, kind.class() == ValueClass::Whole);
        assert_eq!(rules.finite, kind.class() == ValueClass::Float);
    }
}
