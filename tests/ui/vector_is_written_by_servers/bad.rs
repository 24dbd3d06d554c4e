use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "passages")]
#[access(
    select = authenticated,
    insert = author == auth.uid(),
    update = author == auth.uid(),
    delete = nobody,
)]
struct Passage {
    #[model(id)]
    id: DocId<Passage>,
    author: Uid,
    #[validate(length(max = 200))]
    text: String,
    #[model(index(flat))]
    embedding: Option<Vector<384>>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
