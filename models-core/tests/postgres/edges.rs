//! What a database can hold and the type cannot: a typed error, not a panic.

use std::fmt::Debug;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use models_core::types::ReadError;
use models_core::types::{FieldType, Id, Json};
use rust_decimal::Decimal;
use sqlx::PgConnection;

use crate::server::{Result, on_every_server, refused};

async fn says<T: FieldType + Debug>(c: &mut PgConnection, value: &str, message: &str) -> Result {
    assert_eq!(refused::<T>(c, value).await?.to_string(), message);
    Ok(())
}

#[tokio::test]
async fn moments_that_chrono_has_not() -> Result {
    on_every_server(async |c| {
        for value in ["'infinity'::timestamptz", "'-infinity'::timestamptz"] {
            let error = refused::<DateTime<Utc>>(c, value).await?;
            assert!(matches!(error, ReadError::OutOfRange { .. }), "{error:?}");
        }
        let message = "infinity is a valid timestamptz in PostgreSQL, but not in chrono";
        says::<DateTime<Utc>>(c, "'infinity'::timestamptz", message).await?;
        let message = "-infinity is a valid timestamp in PostgreSQL, but not in chrono";
        says::<NaiveDateTime>(c, "'-infinity'::timestamp", message).await?;
        let message = "infinity is a valid date in PostgreSQL, but not in chrono";
        says::<NaiveDate>(c, "'infinity'::date", message).await?;
        refused::<NaiveDateTime>(c, "timestamp '294276-12-31'").await?;
        refused::<NaiveDate>(c, "date '5874897-12-31'").await?;
        refused::<Vec<DateTime<Utc>>>(c, "array[now(), 'infinity']").await?;
        let message = "86400000000 is a valid time in PostgreSQL, but not in chrono";
        says::<NaiveTime>(c, "time '24:00'", message).await
    })
    .await
}

#[tokio::test]
async fn intervals_without_a_fixed_length() -> Result {
    on_every_server(async |c| {
        let error = refused::<TimeDelta>(c, "interval '1 year 2 days 3 hours'").await?;
        assert!(matches!(error, ReadError::Calendar { months: 12, days: 2 }), "{error:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn numbers_that_decimal_has_not() -> Result {
    on_every_server(async |c| {
        for value in ["'NaN'", "'Infinity'", "1e40", "1e-40"] {
            let error = refused::<Decimal>(c, &format!("{value}::numeric")).await?;
            assert!(matches!(error, ReadError::Value { .. }), "{value}: {error:?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn absent_values() -> Result {
    on_every_server(async |c| {
        let message = "the value is NULL, but the field is not an Option; expected text";
        says::<String>(c, "null::text", message).await?;
        let message = "the value is NULL, but the field is not an Option; expected uuid";
        says::<Id<str>>(c, "null::uuid", message).await?;
        let message = "the value is NULL, but the field is no Option; int4[] was expected";
        says::<Vec<i32>>(c, "null::int4[]", message).await?;
        let message = "the value is NULL, but the field is no Option; timestamptz was expected";
        says::<DateTime<Utc>>(c, "null::timestamptz", message).await?;
        let message = "the value is NULL, but the field is no Option; jsonb was expected";
        says::<Json<i32>>(c, "null::jsonb", message).await
    })
    .await
}

#[tokio::test]
async fn columns_of_another_kind() -> Result {
    on_every_server(async |c| {
        says::<i64>(c, "1::int4", "the column is int4, but the field needs int8").await?;
        says::<Id<str>>(c, "'x'::text", "the column is text, but the field needs uuid").await?;
        says::<Vec<String>>(c, "'x'::text", "the column is text, but the field needs text[]")
            .await?;
        says::<String>(c, "array['x']", "the column is text[], but the field needs text").await?;
        let message = "the column is timestamp, but the field needs timestamptz";
        says::<DateTime<Utc>>(c, "now()::timestamp", message).await?;
        says::<Option<bool>>(c, "1::int2", "the column is int2, but the field needs bool").await
    })
    .await
}

#[tokio::test]
async fn json_of_another_shape() -> Result {
    on_every_server(async |c| {
        let message =
            "not a valid jsonb: invalid type: string \"x\", expected i32 at line 1 column 3";
        says::<Json<i32>>(c, "'\"x\"'::jsonb", message).await
    })
    .await
}
