//! A type in a document of Firestore, and in the programs that read and write
//! documents.

/// A field of a document.
#[derive(Debug)]
pub struct DocumentTypeDef {
    /// What the document holds.
    pub form: DocumentForm,
    /// Whether a list can hold it.
    pub listed: bool,
    /// Whether it can be the last name of a document's path.
    pub names_a_document: bool,
    /// Whether `==` in the rules language is the same as in Rust, also in lists.
    pub equals: bool,
    /// Whether `<` is.
    pub ordered: bool,
    /// How rules test that a value is of this type.
    pub test: RulesTest,
    /// What that test misses: the text of a note before and after the name of
    /// the field.
    pub unseen: Option<[&'static str; 2]>,
    /// The type in TypeScript.
    pub typescript: TypeScriptDef,
}

/// A text of no special form.
pub(super) const DOCUMENT: DocumentTypeDef = DocumentTypeDef {
    form: DocumentForm::Text,
    listed: true,
    names_a_document: false,
    equals: true,
    ordered: true,
    test: RulesTest::None,
    unseen: None,
    typescript: TypeScriptDef::new("", DocumentReader::Text),
};

/// What a document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentForm {
    /// `booleanValue`
    Boolean,
    /// `integerValue`
    Integer,
    /// `doubleValue`
    Double,
    /// `stringValue`
    Text,
    /// A decimal number as `stringValue`.
    Decimal,
    /// The label of an enum as `stringValue`.
    Label,
    /// `timestampValue`
    Timestamp,
    /// `bytesValue`
    Bytes,
    /// `referenceValue`
    Reference,
    /// `geoPointValue`
    GeoPoint,
    /// `arrayValue`
    List,
    /// `mapValue`
    Map,
    /// A map that Firestore knows as a vector.
    Vector,
    /// Any of them.
    Any,
}

/// How rules test that a value is of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulesTest {
    /// They have no test for it.
    None,
    /// Every value passes.
    Anything,
    /// `is bool`
    Bool,
    /// `is int`
    Int,
    /// `is int`, from `-n` to `n - 1`.
    IntWithin(i64),
    /// A finite number.
    Finite,
    /// A finite number that 32 bits hold.
    FiniteF32,
    /// `is string`
    Text,
    /// The whole text matches.
    Matches {
        /// The pattern, in a form with the same meaning on all engines.
        pattern: &'static str,
        /// A text that matches.
        sample: &'static str,
    },
    /// The text is a decimal number with the digits of the field.
    Decimal,
    /// It is one of the labels.
    Label,
    /// `is timestamp`
    Timestamp,
    /// `is bytes`
    Bytes,
    /// `is path`
    Path,
    /// `is latlng`
    LatLng,
    /// `is list`; its items as far as rules can test them.
    List,
    /// `is map`; its values as far as rules can test them.
    Map,
}

/// A type in TypeScript.
#[derive(Debug)]
pub struct TypeScriptDef {
    /// Its name for the web; empty where the payload of the type makes it.
    pub web: &'static str,
    /// Its name for the Admin SDK.
    pub admin: &'static str,
    /// The function that reads it.
    pub reader: DocumentReader,
    /// A note on what the type does not express; may be empty.
    pub note: &'static str,
    /// The schema of zod; `None` where the reader determines it.
    pub zod: Option<&'static str>,
    /// How two values are compared.
    pub compared: TypeScriptComparison,
}

impl TypeScriptDef {
    pub(super) const fn new(name: &'static str, reader: DocumentReader) -> Self {
        let compared = TypeScriptComparison::None;
        Self { web: name, admin: name, reader, note: "", zod: None, compared }
    }
}

/// The function in TypeScript that reads a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named after what it reads")]
pub enum DocumentReader {
    Boolean,
    Integer,
    Number,
    Text,
    Timestamp,
    GeoPoint,
    Reference,
    Bytes,
    Vector,
    Label,
    List,
    Map,
    Json,
}

/// How TypeScript compares two values of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeScriptComparison {
    /// Not at all.
    None,
    /// `===` only.
    Equality,
    /// Also with `<`.
    Order,
    /// As moments.
    Moments,
    /// As decimal numbers.
    Decimals,
}
