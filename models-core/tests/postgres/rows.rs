//! Models from rows.

use chrono::{DateTime, TimeDelta, Utc};
use models_core::types::Id;
use models_core::types::ReadError;

use crate::server::{Result, on_every_server};

#[derive(Debug)]
struct Post {
    id: Id<Post>,
    title: String,
    r#type: Option<String>,
    tags: Vec<String>,
    read_in: Option<TimeDelta>,
    created_at: DateTime<Utc>,
}

models_core::__model_row!(Post {
    id: Id<Post> = "id",
    title: String = "headline",
    r#type: Option<String> = "type",
    tags: Vec<String> = "tags",
    read_in: Option<TimeDelta> = "read_in",
    created_at: DateTime<Utc> = "created_at",
});

const SELECT: &str = "select gen_random_uuid() as id, 'Hello' as headline, null::text as type,
    array['a', 'b'] as tags, interval '3 min' as read_in, now() as created_at";

#[tokio::test]
async fn a_model_is_read_by_the_names_of_its_columns() -> Result {
    on_every_server(async |c| {
        let post: Post = sqlx::query_as(SELECT).fetch_one(c).await?;
        assert_eq!(post.id.uuid().get_version_num(), 4);
        assert_eq!((post.title.as_str(), post.r#type), ("Hello", None));
        assert_eq!(post.tags, ["a", "b"]);
        assert_eq!(post.read_in, Some(TimeDelta::minutes(3)));
        assert!(Utc::now() - post.created_at < TimeDelta::minutes(10));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn errors_name_the_column() -> Result {
    on_every_server(async |c| {
        let missing =
            sqlx::query_as::<_, Post>("select gen_random_uuid() as id").fetch_one(&mut *c);
        let error = missing.await.err().ok_or("a row without a headline")?;
        assert_eq!(error.to_string(), "no column found for name: headline");
        let sql = "select gen_random_uuid() as id, null::text as headline";
        let error = sqlx::query_as::<_, Post>(sql).fetch_one(&mut *c).await.err();
        let error = error.ok_or("a row with a null headline")?;
        let message = "error occurred while decoding column \"headline\": \
                       the value is NULL, but the field is not an Option; expected text";
        assert_eq!(error.to_string(), message);
        let sqlx::Error::ColumnDecode { source, .. } = error else { return Err("another".into()) };
        assert!(matches!(source.downcast_ref(), Some(ReadError::Null { .. })));
        Ok(())
    })
    .await
}
