//! Rules of one's own.

use super::{post, schema};
use crate::firestore::ErrorKind;
use crate::firestore::rules::Rules;
use crate::schema::Schema;

fn posts() -> Schema {
    schema(vec![post()])
}

/// What comes of a file whose regions are filled like this.
fn merged(regions: &str) -> Result<String, (String, ErrorKind)> {
    let schema = posts();
    let rules = Rules::new(&schema).map_err(|error| (error.model, error.kind))?;
    let merged = rules.merge(regions).map_err(|error| (error.model, error.kind))?;
    Ok(merged.to_text())
}

#[test]
fn what_stands_in_a_region_stays() {
    let text = merged(
        "match /gone/{x} {}
         // <own name=\"/teams/posts\">
             match /likes/{id} {\n\t allow get;   \n             }
         // </own>
         allow get: if true;
         // <own name=\"/\">
         function mine() { return true; } // </own> is not a mark here
         // </own>",
    )
    .unwrap_or_default();
    let own = "      // <own name=\"/teams/posts\">\n             match /likes/{id} {\n\t allow get;   \n             }\n      // </own>\n";
    assert!(text.contains(own), "{text}");
    assert!(text.contains(
        "         function mine() { return true; } // </own> is not a mark here\n    // </own>"
    ));
    assert!(!text.contains("gone") && !text.contains("if true"), "{text}");
    // And again.
    assert_eq!(merged(&text), Ok(text));
}

#[test]
fn nothing_is_lost() {
    let start = "// <own name=\"/teams/posts\">\n";
    let wrong = |file: &str| merged(file).err();
    let refused = |region: &str, kind| Some((region.to_owned(), kind));
    assert_eq!(wrong("// </own>"), refused("", ErrorKind::RegionHasNoStart));
    assert_eq!(wrong(start), refused("/teams/posts", ErrorKind::RegionHasNoEnd));
    let other = format!("{start}// <own name=\"/\">\n// </own>");
    assert_eq!(wrong(&other), refused("/teams/posts", ErrorKind::RegionHasNoEnd));
    let twice = format!("{start}// </own>\n{start}// </own>");
    assert_eq!(wrong(&twice), refused("/teams/posts", ErrorKind::RegionTwice));
    let gone = "// <own name=\"/users\">\nallow get;\n// </own>";
    assert_eq!(wrong(gone), refused("/users", ErrorKind::RegionIsGone));
    // An empty region of what is no more is nothing that could be lost.
    assert_eq!(wrong("// <own name=\"/users\">\n \n// </own>"), None);
}

#[test]
fn a_comment_of_a_model_marks_no_region() {
    let mut post = post();
    post.doc = "<own name=\"/\">\nallow read;\n</own>".into();
    let schema = schema(vec![post]);
    let text = Rules::new(&schema).map(|rules| rules.to_text()).unwrap_or_default();
    let again = Rules::new(&schema).and_then(|rules| rules.merge(&text));
    assert_eq!(again.map(|rules| rules.to_text()), Ok(text));
}
