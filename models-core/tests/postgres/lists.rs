//! Lists of every element.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use models_core::types::ReadError;
use models_core::types::{Id, Json};
use rust_decimal::Decimal;

use crate::server::{Result, keeps, on_every_server, read, refused};

#[tokio::test]
async fn there_and_back() -> Result {
    on_every_server(async |c| {
        keeps(c, "bool[]", [vec![], vec![true, false]]).await?;
        keeps(c, "int8[]", [vec![], vec![i64::MIN, 0, i64::MAX]]).await?;
        keeps(c, "float8[]", [vec![0.1, f64::INFINITY]]).await?;
        let texts = ["", "NULL", "a,b", "{\"ü\\}", "👋"].map(str::to_owned);
        keeps(c, "text[]", [vec![], texts.to_vec()]).await?;
        keeps(c, "varchar(9)[]", [texts.to_vec()]).await?;
        keeps(c, "uuid[]", [vec![Id::<str>::new(), Id::new_v4()]]).await?;
        keeps(c, "timestamptz[]", [vec![DateTime::<Utc>::UNIX_EPOCH]]).await?;
        keeps(c, "date[]", [vec![NaiveDate::default()]]).await?;
        keeps(c, "interval[]", [vec![TimeDelta::minutes(-3)]]).await?;
        keeps(c, "numeric[]", [vec![Decimal::ONE, Decimal::MAX]]).await?;
        keeps(c, "jsonb[]", [vec![Json(vec![1]), Json(vec![])]]).await?;
        keeps(c, "inet[]", [vec!["::1".parse::<ipnetwork::IpNetwork>()?]]).await
    })
    .await
}

#[tokio::test]
async fn a_null_among_the_elements() -> Result {
    on_every_server(async |c| {
        let error = refused::<Vec<String>>(c, "array['a', null]").await?;
        assert!(matches!(error, ReadError::Null { .. }), "{error:?}");
        let error = refused::<Vec<TimeDelta>>(c, "array[null::interval]").await?;
        assert!(matches!(error, ReadError::Null { .. }), "{error:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn arrays_of_other_shapes() -> Result {
    on_every_server(async |c| {
        refused::<Vec<i32>>(c, "'{{1,2},{3,4}}'::int4[]").await?;
        refused::<Vec<i32>>(c, "'[5:6]={1,2}'::int4[]").await?;
        assert!(read::<Vec<i32>>(c, "'{}'::int4[][]").await?.is_empty());
        Ok(())
    })
    .await
}
