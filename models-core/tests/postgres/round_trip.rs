//! Every plain type at its edges: there and back.

use std::fmt::Debug;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use ipnetwork::IpNetwork;
use models_core::types::{FieldType, Id, Json};
use rust_decimal::Decimal;
use serde_json::json;
use sqlx::{Encode, PgConnection, Postgres, Type};
use uuid::Uuid;

use crate::server::{Result, keeps, on_every_server, stored};

#[tokio::test]
async fn booleans_and_integers() -> Result {
    on_every_server(async |c| {
        keeps(c, "bool", [true, false]).await?;
        keeps(c, "int2", [i16::MIN, -1, 0, i16::MAX]).await?;
        keeps(c, "int4", [i32::MIN, -1, 0, i32::MAX]).await?;
        keeps(c, "int8", [i64::MIN, -1, 0, i64::MAX]).await
    })
    .await
}

/// By their bits: NaN is not equal to itself.
#[tokio::test]
async fn floats() -> Result {
    on_every_server(async |c| {
        for value in [0.0, -0.0, f32::MIN_POSITIVE, f32::MAX, f32::INFINITY, f32::NEG_INFINITY] {
            assert_eq!(stored(c, "float4", value).await?.to_bits(), value.to_bits());
        }
        for value in [0.1, -0.0, 5e-324, f64::MAX, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(stored(c, "float8", value).await?.to_bits(), value.to_bits());
        }
        assert!(stored(c, "float4", f32::NAN).await?.is_nan());
        assert!(stored(c, "float8", f64::NAN).await?.is_nan());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn texts_and_bytes() -> Result {
    let texts = ["", " ", "Grüße, 世界 👩‍👩‍👧‍👦 \u{202e}", "a'b\"c\\d\n\t", "NULL", "{1,2}"];
    let bytes: [Vec<u8>; 3] = [vec![], vec![0, 255, 1], (0..=255).collect()];
    on_every_server(async |c| {
        for column in ["text", "varchar(100)"] {
            keeps(c, column, texts.map(str::to_owned)).await?;
        }
        keeps(c, "text", ["long ".repeat(100_000)]).await?;
        keeps(c, "bytea", bytes.clone()).await
    })
    .await
}

#[tokio::test]
async fn keys() -> Result {
    on_every_server(async |c| {
        keeps(c, "uuid", [Uuid::nil(), Uuid::max(), Uuid::now_v7()]).await?;
        keeps(c, "uuid", [Id::<str>::new(), Id::new_v4()]).await
    })
    .await
}

#[tokio::test]
async fn moments() -> Result {
    on_every_server(async |c| {
        let moments = |texts: &[&str]| -> Result<Vec<DateTime<Utc>>> {
            Ok(texts.iter().map(|text| text.parse()).collect::<Result<_, _>>()?)
        };
        let moments = moments(&[
            "1970-01-01T00:00:00Z",
            "2000-01-01T00:00:00Z",
            "1999-12-31T23:59:59.999999Z",
            "2026-02-28T12:34:56.000001Z",
            "9999-12-31T23:59:59.999999Z",
            "-4712-01-01T00:00:00Z",
            "+262142-12-31T23:59:59.999999Z",
        ])?;
        keeps(c, "timestamptz", moments.clone()).await?;
        keeps(c, "timestamp", moments.iter().map(DateTime::naive_utc)).await?;
        keeps(c, "date", moments.iter().map(DateTime::date_naive)).await
    })
    .await
}

#[tokio::test]
async fn times_of_day_and_intervals() -> Result {
    let last = NaiveTime::from_hms_micro_opt(23, 59, 59, 999_999).ok_or("no such time")?;
    on_every_server(async |c| {
        keeps(c, "time", [NaiveTime::MIN, last]).await?;
        let hours = TimeDelta::hours(1_000_000) + TimeDelta::microseconds(-1);
        keeps(c, "interval", [TimeDelta::zero(), TimeDelta::microseconds(-1), hours]).await
    })
    .await
}

/// As documented: cut, not rounded and not refused.
#[tokio::test]
async fn nanoseconds_are_cut() -> Result {
    let moment = DateTime::from_timestamp_nanos(1_000_000_000_000_001_999);
    on_every_server(async |c| {
        let back = stored(c, "timestamptz", moment).await?;
        assert_eq!(back.timestamp_nanos_opt(), Some(1_000_000_000_000_001_000));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn decimals() -> Result {
    let texts = ["0", "-0.01", "1234567890.123456789", "0.0000000000000000000000000001"];
    on_every_server(async |c| {
        for text in texts {
            keeps(c, "numeric", [text.parse::<Decimal>()?]).await?;
        }
        keeps(c, "numeric", [Decimal::MAX, Decimal::MIN]).await?;
        let price: Decimal = "12.3".parse()?;
        assert_eq!(stored(c, "numeric(10, 2)", price).await?.to_string(), "12.30");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn networks() -> Result {
    on_every_server(async |c| {
        for text in ["10.1.2.3/8", "192.168.0.1/32", "::/0", "2001:db8::1/128"] {
            keeps(c, "inet", [text.parse::<IpNetwork>()?]).await?;
        }
        keeps(c, "cidr", ["10.0.0.0/8".parse::<IpNetwork>()?]).await
    })
    .await
}

#[tokio::test]
async fn json_values() -> Result {
    on_every_server(async |c| {
        for column in ["jsonb", "json"] {
            let values =
                [json!(null), json!({"a": [1, -0.5, "ü\\"]}), json!(9_007_199_254_740_993_i64)];
            keeps(c, column, values).await?;
            keeps(c, column, [Json(vec![(1, "one".to_owned())]), Json(vec![])]).await?;
        }
        same_as_sql(c, "'[1, 2]'::jsonb", Json(vec![1, 2])).await?;
        // The JSON null is a value, SQL's NULL is none.
        same_as_sql(c, "'null'::jsonb", Some(Json(None::<i32>))).await?;
        same_as_sql(c, "null::jsonb", None::<Json<Option<i32>>>).await
    })
    .await
}

/// What another client wrote reads as the same value.
async fn same_as_sql<T>(c: &mut PgConnection, sql: &str, value: T) -> Result
where
    T: FieldType + Type<Postgres> + for<'q> Encode<'q, Postgres> + PartialEq + Debug,
{
    assert_eq!(crate::server::read::<T>(c, sql).await?, value);
    Ok(())
}

#[tokio::test]
async fn values_that_sql_wrote() -> Result {
    on_every_server(async |c| {
        let date = NaiveDate::from_ymd_opt(2024, 2, 29).ok_or("no such date")?;
        let local: NaiveDateTime = date.and_hms_micro_opt(1, 2, 3, 4).ok_or("no such time")?;
        same_as_sql(c, "date '2024-02-29'", date).await?;
        same_as_sql(c, "timestamp '2024-02-29 01:02:03.000004'", local).await?;
        same_as_sql(c, "timestamptz '2024-02-29 02:02:03.000004+01'", local.and_utc()).await?;
        same_as_sql(c, "interval '-1 hour 30 min'", TimeDelta::minutes(-30)).await?;
        same_as_sql(c, "'a'::char(3)", "a  ".to_owned()).await?;
        same_as_sql(c, "1.50::numeric", "1.50".parse::<Decimal>()?).await
    })
    .await
}
