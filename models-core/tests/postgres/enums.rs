//! Enums as the database's own type and as texts.

use models_core::schema::{EnumType, List, Text};
use models_core::types::ModelEnum;
use models_core::types::wire::ReadError;
use sqlx::{Executor as _, PgConnection};

use crate::server::{Result, keeps, on_every_server, read, refused};

const LABELS: List<Text> = List::Borrowed(&[
    Text::Borrowed("draft"),
    Text::Borrowed("in review"),
    Text::Borrowed("öffentlich"),
]);

/// What `#[derive(ModelEnum)]` writes.
macro_rules! status {
    ($name:ident, $stored:literal, $native:literal) => {
        #[derive(Clone, Copy, Debug, PartialEq)]
        enum $name {
            Draft,
            InReview,
            Public,
        }

        impl ModelEnum for $name {
            const ENUM: EnumType =
                EnumType { name: Text::Borrowed($stored), labels: LABELS, native: $native };

            fn label(&self) -> &'static str {
                match self {
                    Self::Draft => "draft",
                    Self::InReview => "in review",
                    Self::Public => "öffentlich",
                }
            }

            fn from_label(label: &str) -> Option<Self> {
                match label {
                    "draft" => Some(Self::Draft),
                    "in review" => Some(Self::InReview),
                    "öffentlich" => Some(Self::Public),
                    _ => None,
                }
            }
        }

        models_core::__model_enum!($name);
    };
}

status!(Status, "status", false);
status!(NativeStatus, "native_status", true);

async fn create_type(c: &mut PgConnection) -> Result {
    let labels = "create type native_status as enum ('draft', 'in review', 'öffentlich', 'gone')";
    c.execute(labels).await?;
    Ok(())
}

#[tokio::test]
async fn there_and_back() -> Result {
    on_every_server(async |c| {
        keeps(c, "text", [Status::Draft, Status::InReview, Status::Public]).await?;
        keeps(c, "text[]", [vec![], vec![Status::Public, Status::Draft]]).await?;
        create_type(c).await?;
        keeps(c, "native_status", [NativeStatus::Draft, NativeStatus::Public]).await?;
        keeps(c, "native_status[]", [vec![], vec![NativeStatus::InReview]]).await
    })
    .await
}

#[tokio::test]
async fn either_kind_is_read() -> Result {
    on_every_server(async |c| {
        create_type(c).await?;
        let (text, native) = ("'draft'::varchar", "'draft'::native_status");
        assert_eq!(read::<Status>(c, native).await?, Status::Draft);
        assert_eq!(read::<NativeStatus>(c, text).await?, NativeStatus::Draft);
        assert_eq!(read::<Vec<Status>>(c, &format!("array[{native}]")).await?, [Status::Draft]);
        c.execute("create domain wrapped as native_status; create domain short as text").await?;
        assert_eq!(read::<Status>(c, &format!("{native}::wrapped")).await?, Status::Draft);
        assert_eq!(read::<NativeStatus>(c, "'draft'::short").await?, NativeStatus::Draft);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_label_that_no_variant_has() -> Result {
    on_every_server(async |c| {
        create_type(c).await?;
        let error = refused::<NativeStatus>(c, "'gone'::native_status").await?;
        assert!(matches!(error, ReadError::Label { .. }));
        let message = "\"gone\" is no label of the enum native_status, \
                       which has draft, in review and öffentlich";
        assert_eq!(error.to_string(), message);
        refused::<Vec<Status>>(c, "array['draft', 'Draft']").await?;
        let error = refused::<Status>(c, "1").await?;
        let message = "the column is int4, but the field needs text (a label of status)";
        assert_eq!(error.to_string(), message);
        Ok(())
    })
    .await
}

/// As sqlx reads them alone, without a model.
#[tokio::test]
async fn alone() -> Result {
    on_every_server(async |c| {
        create_type(c).await?;
        let sql = "select unnest(array['draft', 'öffentlich']::native_status[])";
        let all: Vec<NativeStatus> = sqlx::query_scalar(sql).fetch_all(&mut *c).await?;
        assert_eq!(all, [NativeStatus::Draft, NativeStatus::Public]);
        // Unprepared, where sqlx knows no types.
        let rows = c
            .fetch_all("select 'draft'::native_status as v, array['draft'::native_status] as l")
            .await?;
        let [row] = rows.as_slice() else { return Err("one row".into()) };
        assert_eq!(sqlx::Row::try_get::<Status, _>(row, "v")?, Status::Draft);
        assert_eq!(
            <Vec<Status> as models_core::types::FieldType>::column(row, "l")?,
            [Status::Draft]
        );
        Ok(())
    })
    .await
}
