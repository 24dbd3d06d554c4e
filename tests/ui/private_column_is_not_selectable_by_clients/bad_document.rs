use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "members")]
#[access(
    select = authenticated,
    insert = id == auth.uid(),
    update = id == auth.uid(),
    delete = nobody,
)]
struct Member {
    #[model(id)]
    id: Uid,
    #[validate(length(max = 60))]
    display_name: String,
    #[model(private)]
    birthday: NaiveDate,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
