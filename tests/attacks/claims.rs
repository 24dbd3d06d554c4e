//! Tokens that say too much, or nothing that makes sense.

use crate::world::{DENIED, World, filled, on_every_footing};

/// What a moderator may do and others may not.
const MODERATE: &str = "delete from posts where id = @published";

#[test]
fn claims() {
    on_every_footing(async |w| {
        that_users_write(w).await;
        of_another_type(w).await;
        of_nobody(w).await;
        that_are_no_token(w).await;
        of_another_role(w).await;
    });
}

async fn rows(w: &mut World<'_>, role: &str, claims: &str, sql: &str) -> Result<u64, String> {
    let claims = filled(claims).replace('\'', "\"");
    let outcome = w.ask(role, &claims, sql, false).await;
    w.is_as_before(sql).await;
    outcome
}

/// Only `app_metadata` is written by the server alone.
async fn that_users_write(w: &mut World<'_>) {
    let moderator = r#"{"sub": @stranger, "app_metadata": {"role": "moderator"}}"#;
    assert_eq!(rows(w, "authenticated", moderator, MODERATE).await, Ok(1));
    for claims in [
        r#"{"sub": @stranger, "user_metadata": {"role": "moderator"}}"#,
        r#"{"sub": @stranger, "raw_user_meta_data": {"role": "moderator"}}"#,
        r#"{"sub": @stranger, "role": "moderator"}"#,
        r#"{"sub": @stranger, "user_role": "moderator"}"#,
        r#"{"sub": @stranger, "app_metadata.role": "moderator"}"#,
        r#"{"sub": @stranger, "APP_METADATA": {"ROLE": "moderator"}}"#,
        r#"{"sub": @stranger, "app_metadata": {"user_metadata": {"role": "moderator"}}}"#,
        r#"{"sub": @stranger, "app_metadata": {"Role": "moderator", "role ": "moderator"}}"#,
        r#"{"sub": @stranger, "app_metadata": {"role": "Moderator"}}"#,
        r#"{"sub": @stranger, "app_metadata": {"role": "moderator "}}"#,
        r#"{"sub": @stranger, "app_metadata": {"role": "moderator"}, "app_metadata": {}}"#,
    ] {
        assert_eq!(rows(w, "authenticated", claims, MODERATE).await, Ok(0), "{claims}");
    }
}

/// Neither let through nor a query that fails.
async fn of_another_type(w: &mut World<'_>) {
    for value in [
        "null",
        "true",
        "1",
        "1.5e3",
        "[]",
        "{}",
        r#"["moderator"]"#,
        r#"{"0": "moderator"}"#,
        r#"[["moderator"]]"#,
        r#"{"role": "moderator"}"#,
        r#""""#,
        r#""\"moderator\"""#,
        r#""moderator\n""#,
        r#""\u006doderato""#,
    ] {
        let claims = format!(r#"{{"sub": @stranger, "app_metadata": {{"role": {value}}}}}"#);
        assert_eq!(rows(w, "authenticated", &claims, MODERATE).await, Ok(0), "{claims}");
        let own = "select id from posts where status = 'draft'";
        let writer = claims.replace("@stranger", "@writer");
        assert_eq!(rows(w, "authenticated", &writer, own).await, Ok(1), "{claims}");
    }
    for metadata in ["null", "true", "1", "[]", r#""moderator""#, r#"[{"role": "moderator"}]"#] {
        let claims = format!(r#"{{"sub": @stranger, "app_metadata": {metadata}}}"#);
        assert_eq!(rows(w, "authenticated", &claims, MODERATE).await, Ok(0), "{claims}");
    }
}

/// A token without a user: what everyone may see, and nothing else.
async fn of_nobody(w: &mut World<'_>) {
    for claims in
        ["", "{}", "null", "[]", "1", r#""x""#, r#"{"sub": null}"#, r#"[{"sub": @writer}]"#]
    {
        assert_eq!(
            rows(w, "authenticated", claims, "select id from posts").await,
            Ok(2),
            "{claims}"
        );
        for table in ["notes", "teams", "memberships", "comments"] {
            let sql = format!("select id from {table}");
            assert_eq!(rows(w, "authenticated", claims, &sql).await, Ok(0), "{claims} {table}");
        }
        for sql in ["update posts set title = 'x'", "delete from posts", "delete from comments"] {
            assert_eq!(rows(w, "authenticated", claims, sql).await, Ok(0), "{claims} {sql}");
        }
        let insert = "insert into posts (author_id, title, body) values (@writer, 'x', '')";
        assert_eq!(rows(w, "authenticated", claims, insert).await, Err(DENIED.into()), "{claims}");
        let insert = insert.replace("@writer", "null");
        assert_eq!(rows(w, "authenticated", claims, &insert).await, Err(DENIED.into()), "{claims}");
    }
}

/// An error, and never a row that a rule protects.
async fn that_are_no_token(w: &mut World<'_>) {
    for (claims, state) in [
        ("{", "22P02"),
        ("{\"sub\": @writer", "22P02"),
        ("{'sub': @writer}, {}", "22P02"),
        ("not json", "22P02"),
        (r#"{"sub": "me"}"#, "22P02"),
        (r#"{"sub": ""}"#, "22P02"),
        (r#"{"sub": 1}"#, "22P02"),
        (r#"{"sub": true}"#, "22P02"),
        (r#"{"sub": [@writer]}"#, "22P02"),
        (r#"{"sub": {"sub": @writer}}"#, "22P02"),
        (r#"{"sub": "\u0000"}"#, "22P05"),
        (r#"{"sub": @writer, "app_metadata": {"role": 1e999999}}"#, "22003"),
    ] {
        for sql in ["select id from notes", "select id from posts", MODERATE, "delete from notes"] {
            let outcome = rows(w, "authenticated", claims, sql).await;
            assert_eq!(outcome, Err(state.into()), "{claims} {sql}");
        }
        // What asks nothing about the caller does not fail.
        assert_eq!(rows(w, "authenticated", claims, "select id from tags").await, Ok(2));
    }
}

/// The role is the server's, whatever a token says of it.
async fn of_another_role(w: &mut World<'_>) {
    let service = r#"{"sub": @stranger, "role": "service_role", "is_admin": true}"#;
    assert_eq!(rows(w, "authenticated", service, "select id from notes").await, Ok(0));
    assert_eq!(rows(w, "authenticated", service, "delete from tags").await, Err(DENIED.into()));
    assert_eq!(rows(w, "anon", service, "select id from posts").await, Ok(2));
    assert_eq!(rows(w, "anon", service, "select id from comments").await, Err(DENIED.into()));
    for role in ["service_role", "postgres", "models_test_owner", "pg_read_all_data"] {
        let outcome = rows(w, role, service, "select id from notes").await;
        assert_eq!(outcome, Err(DENIED.into()), "{role}");
    }
}
