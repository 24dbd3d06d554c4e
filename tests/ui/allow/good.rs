//! Every convention that can be switched off, switched off where it is broken.

use backend_models::prelude::*;
use chrono::NaiveDateTime;

/// A table that an old application has made.
#[derive(Model)]
#[model(
    table = "OldPosts",
    realtime,
    index[language],
    index[language, title],
    allow(table_is_snake_case, reason = "an old application reads it by this name"),
    allow(realtime_states_a_reason, reason = "nobody remembers who listens"),
    allow(has_created_at, reason = "the old rows have none"),
    allow(has_updated_at, reason = "the old rows have none"),
    allow(index_is_not_redundant, reason = "an old query names the index in a hint"),
    allow(update_needs_select, reason = "only the trigger that copies rows updates"),
    allow(open_write_states_a_reason, reason = "the policy says it in a comment"),
    allow(condition_says_something, reason = "kept as the old policy was written"),
    allow(claim_is_not_user_editable, reason = "no user of this system can sign up"),
    allow(policy_column_is_indexed, reason = "the table has twenty rows")
)]
#[access(
    select = service,
    insert = anyone,
    update = editor == auth.claim("user_metadata.name"),
    delete = nobody || editor == auth.email(),
)]
struct OldPost {
    #[model(
        id,
        private,
        allow(table_id_is_uuid, reason = "numbered since 1998"),
        allow(private_column_is_not_selectable_by_clients, reason = "only the server reads")
    )]
    id: i64,
    #[validate(length(max = 200))]
    language: String,
    #[validate(length(max = 200))]
    title: String,
    #[validate(length(max = 200))]
    editor: String,
    #[model(
        column = "readCount",
        allow(column_is_snake_case, reason = "an old application reads it by this name")
    )]
    reads: i64,
    #[model(allow(identifier_is_not_reserved, reason = "an old application reads it"))]
    end: DateTime<Utc>,
    #[model(allow(identifier_fits_63_bytes, reason = "the old application cuts it the same way"))]
    number_of_readers_who_came_back_within_a_week_of_their_first_visit: i64,
}

/// What is suppressed on fields.
#[derive(Model)]
#[model(table = "posts")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[model(
        references = auth::User,
        on_delete = set_null,
        index(none),
        allow(foreign_key_ends_in_id, reason = "an old application reads it by this name"),
        allow(foreign_key_is_indexed, reason = "users are never deleted, nor joined from"),
        allow(set_null_needs_an_option, reason = "users are never deleted"),
        allow(foreign_key_type_matches, reason = "shared with a crate that has no models")
    )]
    author: Uuid,
    #[model(
        references = Team,
        allow(foreign_key_states_on_delete, reason = "teams are never deleted"),
        allow(parent_is_in_schema, reason = "another script makes the teams")
    )]
    team_id: Id<Team>,
    #[model(allow(no_transitive_copy, reason = "the name as it was when the post was written"))]
    #[validate(length(max = 200))]
    team_name: String,
    #[model(allow(foreign_key_is_declared, reason = "the key of another system"))]
    invoice_id: Uuid,
    #[model(allow(timestamps_have_a_zone, reason = "wherever the reader is"))]
    party: NaiveDateTime,
    #[model(allow(money_is_not_a_float, reason = "an estimate, never summed"))]
    price: f64,
    #[validate(length(max = 200))]
    line1: String,
    #[model(allow(no_repeating_group, reason = "the two lines of an address label"))]
    #[validate(length(max = 200))]
    line2: String,
    #[model(allow(vector_is_indexed, reason = "searched only by a batch job"))]
    embedding: Vector<384>,
    #[model(
        index(hnsw, cosine),
        allow(vector_fits_its_index, reason = "a server that was built with higher limits")
    )]
    large: Vector<3_072>,
    #[model(allow(has_created_at, reason = "the old rows have none"))]
    created_at: Option<DateTime<Utc>>,
    #[model(allow(has_updated_at, reason = "the old rows have none"))]
    updated_at: Option<DateTime<Utc>>,
}

#[derive(Model)]
#[model(table = "teams")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Team {
    #[model(id)]
    id: Id<Team>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

const SCHEMA: Schema = backend_models::schema![OldPost, Post];

/// A collection that an old application has made.
#[derive(Model)]
#[model(
    collection = "old_notes",
    allow(collection_is_camel_case, reason = "an old application reads it by this name")
)]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct OldNote {
    #[model(id, allow(document_id_is_automatic, reason = "the codes of countries"))]
    #[validate(length(max = 200))]
    id: String,
    author: Uid,
    #[model(allow(copy_names_its_source, reason = "as it was when the note was written"))]
    #[validate(length(max = 200))]
    author_name: String,
    #[model(
        field = "body_text",
        allow(document_field_is_camel_case, reason = "an old application reads it")
    )]
    #[validate(length(max = 200))]
    text: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

/// What an old application writes as it likes.
#[derive(Model)]
#[model(table = "imports")]
#[access(select = service, insert = service, update = service, delete = service)]
struct Import {
    #[model(id)]
    id: Id<Import>,
    #[model(allow(string_is_bounded, reason = "whole files, written by one job"))]
    body: String,
    #[model(allow(collection_is_bounded, reason = "a line of a file has few"))]
    numbers: Vec<i32>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {
    assert_eq!(SCHEMA.models.len(), 2);
}
