//! An emulator, through its REST interface: as much of a client as a
//! demonstration needs. A server of yours has the crate `firestore`, whose
//! client is a store of copies too (the feature `firestore`).

use std::fmt;
use std::time::Duration;

use ::backend_models::firestore::document::{Database, Write};
use serde_json::{Value, json};
use ureq::Agent;
use ureq::http::{Method, Request};

/// How long an emulator may think about one request.
const PATIENCE: Duration = Duration::from_secs(30);

/// A project on an emulator.
pub struct Emulator {
    agent: Agent,
    address: String,
    project: String,
    pub database: Database,
}

/// What an emulator did not do, for another reason than its rules.
#[derive(Debug)]
pub enum Failure {
    /// Nobody answers.
    Unreachable { address: String, error: ureq::Error },
    /// It refused the request as such.
    Refused { status: u16, answer: String },
    /// Its answer is not what the interface says.
    Unknown(serde_json::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable { address, error } => {
                write!(f, "the Firestore emulator at {address} does not answer: {error}")
            }
            Self::Refused { status, answer } => {
                write!(f, "the emulator refused a request (status {status}): {answer}")
            }
            Self::Unknown(error) => write!(f, "the emulator's answer could not be read: {error}"),
        }
    }
}

impl std::error::Error for Failure {}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Unknown(error)
    }
}

impl Emulator {
    /// A project of its own on the emulator at `host:port`, so that whatever it
    /// holds stays untouched.
    pub fn at(address: &str) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            .timeout_global(Some(PATIENCE));
        let project = format!("models-demo-{}", std::process::id());
        let database = Database::new(&project);
        Self { agent: config.build().into(), address: address.to_owned(), project, database }
    }

    /// Puts rules into effect.
    pub fn put_rules(&self, rules: &str) -> Result<(), Failure> {
        let body = json!({"rules": {"files": [{"name": "firestore.rules", "content": rules}]}});
        let path = format!("/emulator/v1/projects/{}:securityRules", self.project);
        self.done(Method::PUT, &path, None, Some(&body)).map(drop)
    }

    /// Removes every document.
    pub fn clear(&self) -> Result<(), Failure> {
        let path = format!("/emulator/v1/{}", self.database.documents());
        self.done(Method::DELETE, &path, None, None).map(drop)
    }

    /// Reads a document; whether the rules let it be read. `token` is the caller's.
    pub fn get(&self, path: &str, token: Option<&str>) -> Result<bool, Failure> {
        let path = format!("/v1/{}", self.database.name(path));
        Ok(self.send(Method::GET, &path, token, None)?.is_some())
    }

    /// Does all of the writes, or none; whether the rules let it happen.
    pub fn commit(&self, writes: &[Write], token: Option<&str>) -> Result<bool, Failure> {
        let path = format!("/v1/{}:commit", self.database.documents());
        let body = json!({ "writes": writes });
        Ok(self.send(Method::POST, &path, token, Some(&body))?.is_some())
    }

    /// A request that a server makes: rules do not bind it.
    pub fn ask(&self, name: &str, method: &str, body: &Value) -> Result<Value, Failure> {
        let path = format!("/v1/{name}:{method}");
        self.done(Method::POST, &path, Some(super::people::SERVER), Some(body))
    }

    fn done(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<&Value>,
    ) -> Result<Value, Failure> {
        let answer = self.send(method, path, token, body)?;
        answer.ok_or_else(|| Failure::Refused { status: 403, answer: path.to_owned() })
    }

    /// The answer; `None` when the rules deny it.
    fn send(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<&Value>,
    ) -> Result<Option<Value>, Failure> {
        let lost = |error| Failure::Unreachable { address: self.address.clone(), error };
        let mut request =
            Request::builder().method(method).uri(format!("http://{}{path}", self.address));
        if let Some(token) = token {
            request = request.header("Authorization", format!("Bearer {token}"));
        }
        let body = body.map_or_else(Vec::new, |body| body.to_string().into_bytes());
        let request = request.header("Content-Type", "application/json").body(body);
        let request = request.map_err(|error| lost(error.into()))?;
        let mut response = self.agent.run(request).map_err(lost)?;
        let status = response.status().as_u16();
        let answer = response.body_mut().read_to_string().map_err(lost)?;
        match status {
            200 if answer.trim().is_empty() => Ok(Some(Value::Null)),
            200 => Ok(Some(serde_json::from_str(&answer)?)),
            403 if answer.contains("PERMISSION_DENIED") => Ok(None),
            _ => Err(Failure::Refused { status, answer }),
        }
    }
}
