//! What one user does in a project.

use serde_json::{Value, json};
use ureq::http::Method;

use super::client::Client;
use super::{Error, Outcome, Query, Write};

/// A user in a project. Paths are relative to the root of its documents, such
/// as `posts/1/comments/2`.
#[derive(Clone, Debug)]
pub struct Session<'project> {
    pub(super) client: &'project Client,
    /// `projects/../databases/(default)/documents`.
    pub(super) documents: String,
    pub(super) token: Option<String>,
}

impl Session<'_> {
    /// Reads a document; `null` stands for one that is not there but may be read.
    pub fn get(&self, path: &str) -> Result<Outcome, Error> {
        match self.send(Method::GET, &format!("/{path}"), None) {
            Err(error) if error.status == 404 => Ok(Outcome::Allowed(Value::Null)),
            outcome => outcome,
        }
    }

    /// Reads all documents of a collection, which is a query without a filter.
    pub fn list(&self, collection: &str) -> Result<Outcome, Error> {
        self.send(Method::GET, &format!("/{collection}"), None)
    }

    /// Makes a document, which must not be there.
    pub fn create(&self, path: &str, fields: &Value) -> Result<Outcome, Error> {
        let (collection, id) = path.rsplit_once('/').expect("the path of a document");
        let target = format!("/{collection}?documentId={id}");
        self.send(Method::POST, &target, Some(&json!({"fields": fields})))
    }

    /// Makes a document, or replaces it whole.
    pub fn set(&self, path: &str, fields: &Value) -> Result<Outcome, Error> {
        self.send(Method::PATCH, &format!("/{path}"), Some(&json!({"fields": fields})))
    }

    /// Writes the fields in `mask` and no others; those without a value in
    /// `fields` are removed. The document must be there.
    pub fn update(&self, path: &str, fields: &Value, mask: &[&str]) -> Result<Outcome, Error> {
        let mask = mask.iter().map(|field| format!("&updateMask.fieldPaths={field}"));
        let target = format!("/{path}?currentDocument.exists=true{}", mask.collect::<String>());
        self.send(Method::PATCH, &target, Some(&json!({"fields": fields})))
    }

    /// Deletes a document, whether it is there or not.
    pub fn delete(&self, path: &str) -> Result<Outcome, Error> {
        self.send(Method::DELETE, &format!("/{path}"), None)
    }

    /// Does all of the writes, or none.
    pub fn commit(&self, writes: &[Write]) -> Result<Outcome, Error> {
        let name = |path: &str| format!("{}/{path}", self.documents);
        let writes: Vec<_> = writes.iter().map(|write| write.body(name)).collect();
        self.send(Method::POST, ":commit", Some(&json!({"writes": writes})))
    }

    /// The same, of writes that are in the REST interface's form already.
    pub fn commit_all(&self, writes: &[Value]) -> Result<Outcome, Error> {
        self.send(Method::POST, ":commit", Some(&json!({"writes": writes})))
    }

    /// Runs a query over a collection at the root; gives the documents.
    pub fn query(&self, query: &Query) -> Result<Outcome, Error> {
        self.run(":runQuery", query)
    }

    /// Runs a query over a collection in a document.
    pub fn query_in(&self, parent: &str, query: &Query) -> Result<Outcome, Error> {
        self.run(&format!("/{parent}:runQuery"), query)
    }

    fn run(&self, target: &str, query: &Query) -> Result<Outcome, Error> {
        let outcome = self.send(Method::POST, target, Some(&query.body()))?;
        let Outcome::Allowed(Value::Array(answers)) = outcome else {
            return Ok(outcome);
        };
        // Each part of the answer has a document, except one that only says
        // that there is no more.
        let documents = answers.into_iter().filter_map(|mut part| {
            let document = part["document"].take();
            (!document.is_null()).then_some(document)
        });
        Ok(Outcome::Allowed(documents.collect()))
    }

    fn send(&self, method: Method, target: &str, body: Option<&Value>) -> Result<Outcome, Error> {
        let path = format!("/v1/{}{target}", self.documents);
        self.client.send(method, &path, self.token.as_deref(), body)
    }
}
