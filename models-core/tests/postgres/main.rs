//! What a real server says. Each test runs on every server in
//! `MODELS_POSTGRES` (`"18=url 15=url"`), or on the one in `DATABASE_URL`.

mod apply;
mod edges;
mod enums;
mod lists;
mod newtypes;
mod round_trip;
mod rows;
mod server;
mod vectors;
