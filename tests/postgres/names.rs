//! Names against the server's own idea of them.

use models_core::postgres::Ident;
use models_tests::database::on_every_server;
use sqlx::Row;

/// Every word of the grammar, and what only looks like one.
#[test]
fn names_are_quoted_as_the_server_quotes_them() {
    on_every_server(async |database| {
        let others =
            ["a", "A", "ä", "1a", "a1", "_", "a$", "a b", "\"", "'", "select ", "漢", "a-b"];
        let rows = sqlx::query(
            "select word, quote_ident(word) from (
                 select word from pg_get_keywords() union all select unnest($1::text[])
             ) as words (word)",
        )
        .bind(others.as_slice())
        .fetch_all(&mut database.connection)
        .await
        .unwrap();
        for row in rows {
            let (word, quoted): (String, String) = (row.get(0), row.get(1));
            let ours = Ident::new(&word).to_string();
            // Words of later versions are quoted for the earlier ones too.
            assert!(ours == quoted || ours == format!("\"{word}\""), "{word}: {ours}, {quoted}");
        }
    });
}
