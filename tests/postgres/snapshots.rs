//! A whole script, to be read.

use models_core::postgres::{Script, Target, Version};
use models_tests::database::{on_every_server, with_vectors};
use models_tests::forum::forum;

#[test]
fn forum_for_supabase() {
    insta::assert_snapshot!(Script::new(&forum(true), Target::SUPABASE).unwrap());
}

#[test]
fn forum_for_plain_18() {
    let target = Target::PLAIN.since(Version::V18);
    insta::assert_snapshot!(Script::new(&forum(true), target).unwrap());
}

#[test]
fn forum_applies() {
    on_every_server(async |database| {
        database.apply(&forum(false), Target::PLAIN).await;
    });
}

#[test]
fn forum_with_vectors_applies() {
    with_vectors(async |database| {
        database.like_supabase().await;
        database.apply(&forum(true), Target::SUPABASE.since(database.version)).await;
    });
}
