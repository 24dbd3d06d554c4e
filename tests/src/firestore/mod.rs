//! Firestore emulators, as tests use them: through their REST interface, each
//! test in projects of its own.
//!
//! ```no_run
//! use models_tests::firestore::{User, fields, on_every_emulator, value};
//!
//! on_every_emulator(|project| {
//!     let issues = project.put_rules(
//!         "rules_version = '2';
//!          service cloud.firestore {
//!              match /databases/{database}/documents/posts/{id} {
//!                  allow create: if request.auth.token.role == 'editor';
//!              }
//!          }",
//!     );
//!     assert_eq!(issues.unwrap(), []);
//!     let editor = project.as_user(&User::signed_in("alice").claim("role", "editor"));
//!     let post = fields([("title", value::string("Hello"))]);
//!     assert!(editor.create("posts/1", &post).unwrap().is_allowed());
//! });
//! ```

mod client;
mod emulators;
mod outcome;
mod project;
mod query;
mod rules;
mod session;
mod user;
pub mod value;
mod write;

pub use emulators::{Emulator, emulators, on_every_emulator};
pub use outcome::{Error, Outcome};
pub use project::Project;
pub use query::Query;
pub use rules::Issue;
pub use session::Session;
pub use user::User;
pub use value::fields;
pub use write::{Write, field_path};
