//! A project of its own for each test.

use ureq::http::Method;
use uuid::Uuid;

use super::rules::{self, Issue};
use super::{Emulator, Error, Session, User};

/// A project on an emulator: its rules and its documents.
#[derive(Debug)]
pub struct Project {
    /// The emulator that it is on.
    pub emulator: Emulator,
    /// Its name, which no other test has.
    pub id: String,
}

impl Project {
    /// A new project, which has no documents, and no rules: all is allowed.
    pub fn fresh(emulator: &Emulator) -> Self {
        let id = format!("test-{}", Uuid::now_v7().simple());
        Self { emulator: emulator.clone(), id }
    }

    /// Puts rules into effect, and gives what the emulator finds doubtful in
    /// them: a call of an undefined function is no more to it than that. Rules
    /// that do not compile are an error, and then the old ones stay.
    pub fn put_rules(&self, text: &str) -> Result<Vec<Issue>, Error> {
        rules::put(self, text)
    }

    /// Removes every document.
    pub fn clear(&self) -> Result<(), Error> {
        let path = format!("/emulator/v1/{}", self.documents());
        self.emulator.client.send(Method::DELETE, &path, None, None).map(drop)
    }

    /// The project as a user sees it.
    pub fn as_user(&self, user: &User) -> Session<'_> {
        let (client, documents) = (&self.emulator.client, self.documents());
        Session { client, documents, token: user.token() }
    }

    /// The project as a server sees it, which the rules do not bind.
    pub fn as_owner(&self) -> Session<'_> {
        self.as_user(&User::Owner)
    }

    fn documents(&self) -> String {
        format!("projects/{}/databases/(default)/documents", self.id)
    }
}
