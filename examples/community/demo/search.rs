//! A search by meaning over this repository's own documentation.

use std::error::Error;

use models_examples::grid::Grid;
use sqlx::postgres::{PgConnection, Postgres};
use sqlx::{Connection, QueryBuilder};

use super::people::become_actor;
use super::{documentation, embedding};

/// Rows of one INSERT.
const BATCH: usize = 500;

/// What is asked.
const QUESTIONS: [&str; 2] =
    ["Why must a foreign key have an index?", "Who can change the created_at of a row?"];

const NEAREST: &str = "select path, position, text, embedding <=> $1 as distance
     from passages order by embedding <=> $1 limit 3";

/// Fills the table of passages, asks, and shows the plan of a question.
pub async fn show(connection: &mut PgConnection) -> Result<(), Box<dyn Error>> {
    let passages = documentation::passages()?;
    println!(
        "\nThis repository's documentation: {} passages, embedded in 384 dimensions.",
        passages.len()
    );
    for (number, batch) in passages.chunks(BATCH).enumerate() {
        println!("  storing {} of {}", number * BATCH, passages.len());
        let mut rows = Vec::new();
        for cut in batch {
            rows.push((cut, embedding::embed(&cut.text)?));
        }
        let mut insert = QueryBuilder::<Postgres>::new(
            "insert into passages (path, position, text, embedding) ",
        );
        insert.push_values(rows, |mut row, (cut, embedding)| {
            row.push_bind(&cut.path)
                .push_bind(cut.position)
                .push_bind(&cut.text)
                .push_bind(embedding);
        });
        insert.build().execute(&mut *connection).await?;
    }
    sqlx::query("analyze passages").execute(&mut *connection).await?;
    let mut transaction = connection.begin().await?;
    become_actor(&mut transaction, &::backend_models::access::Auth::anonymous()).await?;
    for question in QUESTIONS {
        let near: Vec<(String, i32, String, f64)> = sqlx::query_as(NEAREST)
            .bind(embedding::embed(question)?)
            .fetch_all(&mut *transaction)
            .await?;
        println!("\n{question}\n");
        let mut grid = Grid::new(&["distance", "passage", "text"]);
        for (path, position, text, distance) in near {
            let start: String = text.chars().take(72).collect();
            grid.row(vec![
                format!("{distance:.3}"),
                format!("{path}#{position}"),
                format!("{start}.."),
            ]);
        }
        grid.print();
    }
    let explain = format!("explain (costs off) {NEAREST}");
    let plan: Vec<(String,)> = sqlx::query_as(sqlx::AssertSqlSafe(explain))
        .bind(embedding::embed(QUESTIONS[0])?)
        .fetch_all(&mut *transaction)
        .await?;
    println!("\nThe plan, as anyone who is not signed in:\n");
    for (line,) in &plan {
        // The vector that is asked for stands in the plan, all of it.
        match line.split_once("<=> '[") {
            Some((before, _)) => println!("  {before}<=> ..)"),
            None => println!("  {line}"),
        }
    }
    transaction.rollback().await?;
    if plan.iter().any(|(line,)| line.contains("passages_embedding_idx")) {
        return Ok(());
    }
    Err("the plan does not use the HNSW index".into())
}
