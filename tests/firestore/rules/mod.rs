//! The rules that are printed, against emulators.

mod changes;
mod corners;
mod differential;
mod discussion;
mod edges;
mod everything;
mod extremes;
mod generate;
mod lists;
mod sample;
mod samples;
mod verdicts;
mod violations;
mod world;

use models_core::firestore::Rules;
use models_tests::firestore::Project;

/// Puts rules into effect that raise no doubts.
fn put(project: &Project, rules: &Rules) {
    let rules = rules.to_text();
    let issues = project.put_rules(&rules).unwrap_or_else(|error| panic!("{error}\n{rules}"));
    assert_eq!(issues, [], "{rules}");
}
