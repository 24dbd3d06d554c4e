//! The converter.

use std::fmt::{self, Formatter};

use crate::firestore::kept::Place;
use crate::firestore::text::quote::Quoted;
use crate::firestore::typescript::Sdk;
use crate::firestore::typescript::document::{Document, Property, Writing};
use crate::firestore::typescript::helper::Helper;
use crate::firestore::typescript::names;
use crate::firestore::typescript::value::{Value, server_time};

pub(super) fn converter(f: &mut Formatter<'_>, document: &Document<'_>, sdk: Sdk) -> fmt::Result {
    let Document { name, lower, .. } = document;
    write!(
        f,
        "
/** Reads and writes a `{name}`. */
export const {lower}Converter: firestore.FirestoreDataConverter<{name}, {name}Fields> = {{
"
    )?;
    to_firestore(f, document, sdk)?;
    from_firestore(f, document, sdk)?;
    f.write_str("};\n")
}

fn to_firestore(f: &mut Formatter<'_>, document: &Document<'_>, sdk: Sdk) -> fmt::Result {
    let name = &document.name;
    let options = if document.body().any(|property| property.writing == Writing::Created) {
        "\n    options?: firestore.SetOptions,"
    } else {
        ""
    };
    write!(
        f,
        "  toFirestore(
    model: firestore.PartialWithFieldValue<{name}>,{options}
  ): firestore.WithFieldValue<{name}Fields> {{
    return written({{
"
    )?;
    let now = server_time(sdk);
    for property in document.body() {
        let (key, of) = (names::Property(&property.name), names::Of(&property.name));
        match property.writing {
            Writing::Updated => writeln!(f, "      {key}: {now},")?,
            Writing::Created => writeln!(
                f,
                "      {key}: model{of} ?? (options === undefined ? {now} : undefined),"
            )?,
            Writing::Never | Writing::Once | Writing::Always => {
                writeln!(f, "      {key}: model{of},")?;
            }
        }
    }
    write!(f, "    }}) as firestore.WithFieldValue<{name}Fields>;\n  }},\n")
}

fn from_firestore(f: &mut Formatter<'_>, document: &Document<'_>, sdk: Sdk) -> fmt::Result {
    let name = &document.name;
    match sdk {
        Sdk::Web => write!(
            f,
            "  fromFirestore(
    snapshot: firestore.QueryDocumentSnapshot,
    options?: firestore.SnapshotOptions,
  ): {name} {{
    const values = snapshot.data({{ ...options, serverTimestamps: \"estimate\" }});
"
        )?,
        Sdk::Admin => write!(
            f,
            "  fromFirestore(snapshot: firestore.QueryDocumentSnapshot): {name} {{
    const values = snapshot.data();
"
        )?,
    }
    let collections: Vec<String> =
        document.steps.iter().map(|(name, _)| Quoted(name).to_string()).collect();
    write!(
        f,
        "    const path = snapshot.ref.path;
    const ids = idsOf(path, [{}]);
    return {{
",
        collections.join(", ")
    )?;
    for property in &document.properties {
        read(f, property, document.steps.len())?;
    }
    f.write_str("    };\n  },\n")
}

fn read(f: &mut Formatter<'_>, property: &Property<'_>, depth: usize) -> fmt::Result {
    let key = names::Property(&property.name);
    let levels = match property.place {
        Place::Id => 0,
        Place::Above(levels) => levels,
        Place::Body(name) => {
            let (helper, reader) = (property.read(), &property.kind.reader);
            let call = format!("{}(values, {}, {reader}, path", helper.name(), Quoted(name));
            return match (helper, &property.default) {
                (Helper::Optional, _) => writeln!(f, "      ...{call}),"),
                (_, Some(Value::Constant(value))) => writeln!(f, "      {key}: {call}, {value}),"),
                _ => writeln!(f, "      {key}: {call}),"),
            };
        }
    };
    writeln!(f, "      {key}: ids[{}],", depth.saturating_sub(levels + 1))
}
