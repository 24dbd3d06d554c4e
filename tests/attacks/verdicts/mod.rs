//! For every model, everyone and every command: the server lets through what
//! Rust's side of the same rule lets through, row by row.

mod asked;
mod candidates;
mod subject;

use ::backend_models::access::Auth;

use crate::community::{Comment, Membership, Note, Passage, Post, PostTag, Profile, Tag, Team};
use crate::world::{People, World, on_every_footing};
use subject::Subject;

#[test]
fn verdicts() {
    on_every_footing(async |world| {
        let callers = callers(world).await;
        agrees::<Profile>(world, &callers).await;
        agrees::<Team>(world, &callers).await;
        agrees::<Membership>(world, &callers).await;
        agrees::<Note>(world, &callers).await;
        agrees::<Post>(world, &callers).await;
        agrees::<Comment>(world, &callers).await;
        agrees::<Tag>(world, &callers).await;
        agrees::<PostTag>(world, &callers).await;
        if world.database.has_vectors {
            agrees::<Passage>(world, &callers).await;
        }
    });
}

/// Everyone, with all rows that rules ask for.
async fn callers(world: &mut World<'_>) -> Vec<(&'static str, Auth)> {
    let (memberships, teams, posts) =
        (world.rows::<Membership>().await, world.rows::<Team>().await, world.rows::<Post>().await);
    let knows = |auth: &Auth| {
        auth.clone()
            .with_rows(memberships.clone())
            .with_rows(teams.clone())
            .with_rows(posts.clone())
    };
    let people = People::new();
    let service = ("service", Auth::service());
    let all = people.all().map(|(name, auth)| (name, auth.clone()));
    all.into_iter().chain([service]).map(|(name, auth)| (name, knows(&auth))).collect()
}

async fn agrees<M: Subject>(world: &mut World<'_>, callers: &[(&str, Auth)]) {
    let rows = world.rows::<M>().await;
    let fresh = M::candidates(&rows);
    assert!(!rows.is_empty() && !fresh.is_empty(), "{} has no rows", M::MODEL.name);
    for (name, auth) in callers {
        let what = |command, row: &M| format!("{name} may {command} {row:?}");
        let read = world.read(auth, &rows).await;
        for (row, server) in rows.iter().zip(read) {
            assert_eq!(server, row.may_select(auth), "{}", what("select", row));
        }
        for row in &rows {
            let changed = M::changed(row);
            let server = world.updates(auth, row).await;
            assert_eq!(server, row.may_update(&changed, auth), "{}", what("update", row));
            let server = world.deletes(auth, row).await;
            assert_eq!(server, row.may_delete(auth), "{}", what("delete", row));
        }
        // Without a condition, the same rows. Those that a constraint keeps are
        // in the way of the service role only.
        if !auth.is_service() {
            let changed = rows.iter().filter(|row| row.may_update(&M::changed(row), auth));
            assert_eq!(world.updates_all::<M>(auth).await, changed.count(), "{name} updates all");
            let deleted = rows.iter().filter(|row| row.may_delete(auth));
            assert_eq!(world.deletes_all::<M>(auth).await, deleted.count(), "{name} deletes all");
        }
        for row in &fresh {
            let server = world.inserts(auth, row).await;
            assert_eq!(server, row.may_insert(auth), "{}", what("insert", row));
        }
    }
}
