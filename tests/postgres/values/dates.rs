//! Ranges of dates and moments.

use backend_models::prelude::*;
use serde_json::{Value, json};

use super::row::{Kind, key, row};

row! {
    #[derive(Model, Clone, Debug)]
    #[model(table = "dates")]
    struct Dates {
        #[validate(range(min = "2020-01-01", max = "2020-02-29"))]
        starts_on: [NaiveDate],
        #[validate(range(above = "2019-12-31", below = "2020-02-29"))]
        ends_on: [Option<NaiveDate>],
        #[validate(range(min = "0001-01-01", max = "9999-12-31"))]
        any_on: [Option<NaiveDate>],
        #[validate(range(min = "2020-01-01T00:00:00Z", max = "2020-01-01T01:00:00.000001+01:00"))]
        starts_at: [DateTime<Utc>],
        #[validate(range(above = "2020-01-01T00:00:00-00:30", below = "2020-01-01T00:30:01Z"))]
        ends_at: [Option<DateTime<Utc>>],
        #[validate(range(min = "1969-12-31T23:59:59.999999Z"))]
        from_at: [Option<DateTime<Utc>>],
        #[validate(items(max = 4), each(range(max = "2020-01-01")))]
        days: [Vec<NaiveDate>],
    }
}

/// A row that breaks no rule.
pub(super) fn dates() -> Dates {
    Dates {
        id: key(),
        starts_on: NaiveDate::from_ymd_opt(2020, 2, 1).unwrap(),
        ends_on: None,
        any_on: None,
        starts_at: DateTime::from_timestamp(1_577_836_800, 0).unwrap(),
        ends_at: None,
        from_at: None,
        days: Vec::new(),
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
    }
}

impl Kind for NaiveDate {
    fn pool() -> Vec<Self> {
        let dates = [
            (0, 12, 31),
            (1, 1, 1),
            (1969, 12, 31),
            (2019, 12, 31),
            (2020, 1, 1),
            (2020, 1, 2),
            (2020, 2, 28),
            (2020, 2, 29),
            (2020, 3, 1),
            (9999, 12, 31),
            (10_000, 1, 1),
        ];
        dates.map(|(year, month, day)| Self::from_ymd_opt(year, month, day).unwrap()).to_vec()
    }

    fn shown(&self) -> Value {
        // The year before the first is 1 BC.
        let text = self.to_string();
        json!(
            text.strip_prefix("0000").map_or(text.trim_start_matches('+').to_owned(), |rest| {
                format!("0001{rest} BC")
            })
        )
    }
}

impl Kind for DateTime<Utc> {
    fn pool() -> Vec<Self> {
        const YEAR_2020: i64 = 1_577_836_800_000_000;
        let near = [-2, -1, 0, 1, 2];
        let around = [0, YEAR_2020, YEAR_2020 + 1_800_000_000, YEAR_2020 + 1_801_000_000];
        let all = around.iter().flat_map(|at| near.map(|off| at + off));
        all.map(|micros| Self::from_timestamp_micros(micros).unwrap()).collect()
    }

    fn shown(&self) -> Value {
        json!(self.to_rfc3339())
    }
}
