//! A community site: its models, their SQL, and a demonstration on a server.

mod models;

fn main() {
    println!("{}", models::SCHEMA.models.len());
}
