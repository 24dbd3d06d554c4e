//! Ranges and exclusions: what a server takes, and what it refuses, from Rust
//! and from clients that write SQL of their own.

use std::cell::Cell;

use backend_models::prelude::*;
use backend_models::refusal::{Refusal, explain};
use backend_models::schema;
use models_core::postgres::Target;
use models_tests::database::{Database, on_every_server};
use sqlx::AssertSqlSafe;

/// A room that someone has for some time.
#[derive(Model, Clone, Debug, PartialEq)]
#[model(table = "bookings", exclude(room, during, where = !is_cancelled), exclude(days))]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Booking {
    #[model(id)]
    id: Id<Booking>,
    room: i32,
    during: Range<DateTime<Utc>>,
    #[model(index(gist))]
    days: Option<Range<NaiveDate>>,
    is_cancelled: bool,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

static SCHEMA: Schema = schema![Booking];

/// Runs a test on each server that has the extension which compares equal
/// values, with the table. One of them has to have it.
fn with_table(test: &impl AsyncFn(&mut Database)) {
    let ran = Cell::new(false);
    on_every_server(async |database| {
        let found = "select count(*) from pg_available_extensions where name = 'btree_gist'";
        let found = sqlx::query_scalar::<_, i64>(found);
        if found.fetch_one(&mut database.connection).await.unwrap() == 1 {
            database.apply(&SCHEMA, Target::PLAIN).await;
            test(database).await;
            ran.set(true);
        }
    });
    assert!(ran.get(), "no server has `btree_gist`");
}

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::minutes(minute)
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, day).unwrap()
}

/// A row whose ranges are SQL, as a client would write it.
async fn insert(database: &mut Database, room: i32, during: &str, days: &str) -> sqlx::Result<()> {
    let sql = format!(
        "insert into public.bookings (id, room, during, days, is_cancelled) \
         values (gen_random_uuid(), {room}, {during}, {days}, false)"
    );
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut database.connection).await.map(drop)
}

#[test]
fn ranges_come_back_as_they_were() {
    with_table(&async |database: &mut Database| {
        let during = Range::new(at(0), at(90)).unwrap();
        let days = Range::new(day(3), day(5)).unwrap();
        let insert = "insert into public.bookings (id, room, during, days, is_cancelled) \
                      values ($1, 7, $2, $3, false)";
        let insert = sqlx::query(insert).bind(Id::<Booking>::new()).bind(during).bind(days);
        insert.execute(&mut database.connection).await.unwrap();
        let read = sqlx::query_as::<_, Booking>("select * from public.bookings");
        let booking = read.fetch_one(&mut database.connection).await.unwrap();
        assert_eq!((booking.during, booking.days), (during, Some(days)));
    });
}

#[test]
fn bookings_of_a_room_do_not_overlap() {
    with_table(&async |database: &mut Database| {
        let noon = "'[2026-05-03 12:00+00, 2026-05-03 13:00+00)'";
        let half_past = "'[2026-05-03 12:30+00, 2026-05-03 14:00+00)'";
        let one = "'[2026-05-03 13:00+00, 2026-05-03 14:00+00)'";
        insert(database, 1, noon, "null").await.unwrap();
        insert(database, 1, one, "null").await.unwrap();
        insert(database, 2, noon, "null").await.unwrap();
        let error = insert(database, 1, half_past, "null").await.unwrap_err();
        let refusal = explain(&SCHEMA, &error).unwrap();
        let fields = vec!["room".into(), "during".into()];
        assert_eq!(refusal, Refusal::Overlap { model: "Booking".into(), fields });
        assert_eq!(
            refusal.to_string(),
            "`during` overlaps that of another `Booking` with the same `room`"
        );
        // What does not meet the condition excludes nothing.
        let cancel = "update public.bookings set is_cancelled = true where room = 1";
        sqlx::query(cancel).execute(&mut database.connection).await.unwrap();
        insert(database, 1, half_past, "null").await.unwrap();
        // A range alone needs no other field.
        insert(database, 3, noon, "'[2026-05-03, 2026-05-05)'").await.unwrap();
        let error = insert(database, 4, noon, "'[2026-05-04, 2026-05-06)'").await.unwrap_err();
        let fields = vec!["days".into()];
        let expected = Refusal::Overlap { model: "Booking".into(), fields };
        assert_eq!(explain(&SCHEMA, &error), Some(expected));
    });
}

/// What `Range` cannot hold is refused by the table: one such row would stop
/// every reader.
#[test]
fn what_rust_cannot_hold_is_refused() {
    const MOMENTS: [&str; 10] = [
        "'empty'",
        "'[2026-05-03 12:00+00,)'",
        "'(,2026-05-03 12:00+00)'",
        "'(,)'",
        "'[2026-05-03 12:00+00, 2026-05-03 13:00+00]'",
        "'(2026-05-03 12:00+00, 2026-05-03 13:00+00)'",
        "'[-infinity, 2026-05-03 13:00+00)'",
        "'[2026-05-03 12:00+00, infinity)'",
        "'[2026-05-03 12:00+00, 270000-01-01 00:00+00)'",
        "null",
    ];
    const DAYS: [&str; 6] = [
        "'empty'",
        "'[2026-05-03,)'",
        "'(,2026-05-03)'",
        "'[2026-05-03, infinity)'",
        "'[-infinity, 2026-05-03)'",
        "'[2026-05-03, 300000-01-01)'",
    ];
    with_table(&async |database: &mut Database| {
        let noon = "'[2026-05-03 12:00+00, 2026-05-03 13:00+00)'";
        for moments in MOMENTS {
            insert(database, 1, moments, "null").await.expect_err(moments);
        }
        for days in DAYS {
            insert(database, 1, noon, days).await.expect_err(days);
        }
        // Days that end with one that belongs to them are the same days.
        insert(database, 1, noon, "'[2026-05-03, 2026-05-04]'").await.unwrap();
        let read = sqlx::query_as::<_, Booking>("select * from public.bookings");
        let booking = read.fetch_one(&mut database.connection).await.unwrap();
        assert_eq!(booking.days, Some(Range::new(day(3), day(5)).unwrap()));
    });
}

/// A table of someone else's has no such constraint.
#[test]
fn what_rust_cannot_hold_is_an_error_and_never_a_panic() {
    on_every_server(async |database| {
        for moments in ["empty", "[,)", "[2026-05-03, infinity)", "[2026-05-03, 290000-01-01)"] {
            let read = sqlx::query_scalar::<_, Range<DateTime<Utc>>>("select $1::text::tstzrange");
            let read = read.bind(moments).fetch_one(&mut database.connection).await;
            assert!(matches!(read, Err(sqlx::Error::ColumnDecode { .. })), "{read:?}");
        }
        for days in
            ["empty", "[,2026-05-03)", "[2026-05-03, infinity)", "[2026-05-03, 290000-01-01)"]
        {
            let read = sqlx::query_scalar::<_, Range<NaiveDate>>("select $1::text::daterange");
            let read = read.bind(days).fetch_one(&mut database.connection).await;
            assert!(matches!(read, Err(sqlx::Error::ColumnDecode { .. })), "{read:?}");
        }
    });
}
