//! Requests over HTTP, and what their answers mean.

use std::time::Duration;

use serde_json::Value;
use ureq::Agent;
use ureq::http::{Method, Request};

use super::{Error, Outcome};

/// How long an emulator may think about one request on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A connection to one emulator.
#[derive(Clone, Debug)]
pub(super) struct Client {
    agent: Agent,
    base: String,
}

impl Client {
    /// A connection to `host:port`.
    pub(super) fn new(address: &str) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            .timeout_global(Some(PATIENCE));
        Self { agent: config.build().into(), base: format!("http://{address}") }
    }

    /// Sends a request to a path; `token` says who asks.
    pub(super) fn send(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<&Value>,
    ) -> Result<Outcome, Error> {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.base));
        if let Some(token) = token {
            request = request.header("Authorization", format!("Bearer {token}"));
        }
        let body = body.map_or_else(Vec::new, |body| body.to_string().into_bytes());
        let request =
            request.header("Content-Type", "application/json").body(body).map_err(lost)?;
        let mut response = self.agent.run(request).map_err(lost)?;
        let status = response.status().as_u16();
        let text = response.body_mut().read_to_string().map_err(lost)?;
        meaning(status, &text)
    }
}

fn lost(error: impl ToString) -> Error {
    Error { status: 0, message: error.to_string() }
}

/// A refusal is the rules' own if its status says so.
fn meaning(status: u16, text: &str) -> Result<Outcome, Error> {
    let answer = if text.trim().is_empty() {
        Value::Null
    } else {
        serde_json::from_str(text).map_err(|_| Error { status, message: text.to_owned() })?
    };
    if status == 200 {
        return Ok(Outcome::Allowed(answer));
    }
    // A query is answered by a list, also when it fails.
    let error = &answer.get(0).unwrap_or(&answer)["error"];
    let message = error["message"].as_str().unwrap_or(text).trim().to_owned();
    if status == 403 && error["status"] == "PERMISSION_DENIED" {
        return Ok(Outcome::Denied(message));
    }
    Err(Error { status, message })
}

#[cfg(test)]
mod tests {
    use super::meaning;
    use crate::firestore::{Error, Outcome};
    use serde_json::{Value, json};

    #[test]
    fn only_the_rules_deny() {
        let denial = json!({"error": {"status": "PERMISSION_DENIED", "message": "\nno"}});
        let denied = Ok(Outcome::Denied("no".to_owned()));
        assert_eq!(meaning(403, &denial.to_string()), denied);
        assert_eq!(meaning(403, &json!([denial]).to_string()), denied);
        let other = json!({"error": {"status": "UNAUTHENTICATED", "message": "who?"}});
        let error = |status, message: &str| Err(Error { status, message: message.to_owned() });
        assert_eq!(meaning(403, &other.to_string()), error(403, "who?"));
        assert_eq!(meaning(404, "Not Found"), error(404, "Not Found"));
        assert_eq!(meaning(200, ""), Ok(Outcome::Allowed(Value::Null)));
    }
}
