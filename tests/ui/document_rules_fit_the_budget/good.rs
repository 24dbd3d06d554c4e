use std::collections::BTreeMap;

use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "measurements")]
#[access(
    select = authenticated,
    insert = author == auth.uid(),
    update = nobody,
    delete = nobody,
)]
struct Measurement {
    #[model(id)]
    id: DocId<Measurement>,
    author: Uid,
    #[validate(items(max = 20))]
    values: BTreeMap<String, i32>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
