//! An owner without the rights of a superuser.

use models_core::access::Auth;
use models_core::postgres::Target;
use models_core::types::Id;
use models_tests::database::{Database, on_every_server};
use models_tests::forum::forum;
use sqlx::Row;
use uuid::Uuid;

/// Hands the database to a role that may do nothing else, and logs in as it.
async fn hand_over(database: &mut Database) -> String {
    let owner = format!("owner_of_{}", database.name);
    // The roles of a server are there before its databases are.
    database.like_supabase().await;
    database.run("drop schema auth, extensions cascade; drop publication supabase_realtime").await;
    let name = database.name.clone();
    database
        .run(&format!(
            "create role {owner} login nosuperuser nobypassrls nocreaterole;
             alter database {name} owner to {owner};"
        ))
        .await;
    database.log_in(&owner).await;
    owner
}

/// Roles outlive their databases.
async fn clean_up(database: &mut Database, owner: &str) {
    database.log_in("postgres").await;
    database.run(&format!("reassign owned by {owner} to postgres; drop owned by {owner}")).await;
    let name = database.name.clone();
    database.run(&format!("alter database {name} owner to postgres; drop role {owner}")).await;
}

/// The members of a team, as rows that only the superuser may make.
async fn fill(database: &mut Database, owner: &str) -> (Uuid, Uuid) {
    let (user, stranger) = (Uuid::now_v7(), Uuid::now_v7());
    database.log_in("postgres").await;
    for id in [user, stranger] {
        database.run(&format!("insert into auth.users values ('{id}')")).await;
        let sql = format!("insert into profiles (id, handle) values ('{id}', '{id}')");
        database.run(&sql).await;
        let sql = format!(
            "with team as (insert into teams (name) values ('{id}') returning id)
             insert into memberships (team_id, user_id, role) select id, '{id}', 'owner' from team"
        );
        database.run(&sql).await;
    }
    // Callers come in through a role of its own, as in the API: an owner who
    // were a member of `anon` would be under its policies.
    database.log_in(owner).await;
    (user, stranger)
}

#[test]
fn a_plain_owner_makes_everything_and_its_helpers_work() {
    on_every_server(async |database| {
        let owner = hand_over(database).await;
        database.apply(&forum(false), Target::PLAIN.since(database.version)).await;
        let (user, _) = fill(database, &owner).await;

        // Without claims the owner sees nothing, of any table.
        database.run("set row_security = on").await;
        for table in ["profiles", "teams", "memberships", "posts", "\"order\""] {
            let rows = database.rows(&format!("select * from {table}")).await;
            assert_eq!(rows.len(), 0, "{table}");
        }

        // A caller sees their own team and membership, and no one else's.
        database.log_in("postgres").await;
        let auth = Auth::user(Id::from_uuid(user));
        assert_eq!(database.count_as(&auth, "select * from teams").await, 1);
        assert_eq!(database.count_as(&auth, "select * from memberships").await, 1);
        assert_eq!(database.count_as(&auth, "update memberships set role = 'member'").await, 1);
        assert_eq!(database.count_as(&auth, "update memberships set role = 'owner'").await, 0);
        assert_eq!(database.count_as(&auth, "delete from memberships").await, 1);
        assert_eq!(database.count_as(&auth, "select * from teams").await, 0);
        clean_up(database, &owner).await;
    });
}

/// What the owner sees of the table that helpers read, with the claims of a
/// caller: that caller's rows.
#[test]
fn a_plain_owner_sees_the_callers_own_memberships() {
    on_every_server(async |database| {
        let owner = hand_over(database).await;
        database.apply(&forum(false), Target::PLAIN).await;
        let (user, _) = fill(database, &owner).await;
        let claims = Auth::user(Id::<models_core::auth::User>::from_uuid(user)).jwt_claims();
        database.run(&format!("set request.jwt.claims = '{claims}'")).await;
        let rows = database.rows("select user_id from memberships").await;
        assert_eq!(rows.iter().map(|row| row.get::<Uuid, _>(0)).collect::<Vec<_>>(), [user]);
        assert_eq!(database.rows("select * from teams").await.len(), 0);
        clean_up(database, &owner).await;
    });
}
