//! Supabase's advisors find nothing in the example, and everything in a schema
//! that was made to displease them.

use models_core::postgres::Target;
use models_core::schema::{List, Schema};
use models_tests::advisors::{ADVISORS, assert_content};
use models_tests::database::on_every_server;

use crate::world::on_every_footing;

#[test]
fn advisors_are_content_with_the_example() {
    on_every_footing(async |world| assert_content(world.database).await);
}

/// What each finds in `bad.sql`.
const FOUND: &[(&str, &[&str])] = &[
    ("0001", &["public.orders.orders_other_id_fkey", "public.orders.orders_shop_id_area_id_fkey"]),
    ("0003", &["public.orders.per_row", "public.orders.per_row_half", "public.orders.setting"]),
    ("0004", &["public.keyless"]),
    ("0006", &["public.orders r anon", "public.orders r authenticated"]),
    ("0007", &["public.forgotten"]),
    ("0008", &["public.locked"]),
    ("0009", &["public.orders_area_id_idx, public.orders_area_id_idx1"]),
    ("0011", &["private.mutable()"]),
    ("0013", &["public.areas", "public.forgotten", "public.keyless"]),
    ("0014", &["vector"]),
    ("0015", &["public.orders.metadata"]),
    (
        "0024",
        &["public.orders.open_delete", "public.orders.open_insert", "public.orders.open_update"],
    ),
    ("0028", &["public.for_anyone()"]),
    ("0029", &["public.for_anyone()", "public.for_users()"]),
    ("path", &["private.empty()", "private.mutable()"]),
    ("execute", &["private.empty()", "private.mutable()"]),
    ("usage", &["authenticated"]),
    ("rights", &["public.orders TRIGGER", "public.orders TRUNCATE"]),
    ("force", &["public.locked", "public.orders"]),
];

#[test]
fn advisors_find_what_is_wrong() {
    on_every_server(async |database| {
        let nothing = Schema { models: List::Borrowed(&[]) };
        database.apply(&nothing, Target::PLAIN).await;
        assert_content(database).await;
        database.run(include_str!("bad.sql")).await;
        if database.has_vectors {
            database.run("create extension vector").await;
        }
        assert_eq!(FOUND.len(), ADVISORS.len());
        for (advisor, (code, expected)) in ADVISORS.iter().zip(FOUND) {
            assert_eq!(advisor.code, *code);
            if database.has_vectors || *code != "0014" {
                assert_eq!(advisor.finds(database).await, *expected, "{code}");
            }
        }
    });
}
