//! Newtypes are stored as what is inside.

use chrono::TimeDelta;
use models_core::schema::Type;
use models_core::types::{Element, FieldType};

use crate::server::{Result, keeps, on_every_server, read, refused};

#[derive(Clone, Debug, PartialEq)]
struct Handle(String);
models_core::__model_type!(Handle(String));

#[derive(Clone, Debug, PartialEq)]
struct Pause(TimeDelta);
models_core::__model_type!(Pause(TimeDelta));

/// A list inside: a field, but no element of another list.
#[derive(Clone, Debug, PartialEq)]
struct Tags(Vec<Handle>);
models_core::__model_type!(Tags(Vec<Handle>));

fn is_element<T: Element>() {}

#[tokio::test]
async fn there_and_back() -> Result {
    is_element::<Handle>();
    assert_eq!(Handle::TYPE, Type::Text);
    assert_eq!(Tags::TYPE, Vec::<String>::TYPE);
    on_every_server(async |c| {
        keeps(c, "text", [Handle("ada".to_owned())]).await?;
        keeps(c, "text[]", [vec![], vec![Handle("ada".to_owned())]]).await?;
        keeps(c, "interval", [Pause(TimeDelta::minutes(1))]).await?;
        keeps(c, "interval[]", [vec![Pause(TimeDelta::minutes(1))]]).await?;
        keeps(c, "text[]", [Tags(vec![Handle("ada".to_owned())])]).await?;
        assert_eq!(read::<Handle>(c, "'ada'::varchar").await?, Handle("ada".to_owned()));
        refused::<Handle>(c, "1").await?;
        refused::<Option<Pause>>(c, "interval '1 month'").await?;
        Ok(())
    })
    .await
}
