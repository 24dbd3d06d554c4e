//! What is known of a type in a document of Firestore, and in what reads and
//! writes documents.

/// A field of a document.
#[derive(Debug)]
pub struct DocumentDef {
    /// What the document holds.
    pub form: DocumentForm,
    /// Whether a list can hold it.
    pub listed: bool,
    /// Whether it can be the last name of a document's path.
    pub names_a_document: bool,
    /// Whether `==` in the rules language is what it is in Rust, in lists too.
    pub equals: bool,
    /// Whether `<` is there.
    pub ordered: bool,
    /// How rules see that a value is one of this type.
    pub test: RulesTest,
    /// What that test does not see: what stands before and behind the name of
    /// the field.
    pub unseen: Option<[&'static str; 2]>,
    /// The type in TypeScript.
    pub typescript: TypeScriptDef,
}

/// A text of no special form.
pub(super) const DOCUMENT: DocumentDef = DocumentDef {
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

/// How rules see that a value is of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulesTest {
    /// They have no test for it.
    None,
    /// Every value will do.
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
        /// The pattern, in the form that all engines read alike.
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
    /// `is list`, of what is in the list as far as rules see it.
    List,
    /// `is map`, of what is in the map as far as rules see it.
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
    /// What the type does not say; empty where it says all.
    pub note: &'static str,
    /// The schema of zod; `None` where the reader tells.
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
    /// It does not.
    None,
    /// `===` only.
    Equality,
    /// `<` too.
    Order,
    /// As moments.
    Moments,
    /// As decimal numbers.
    Decimals,
}
