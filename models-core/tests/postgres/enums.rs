//! Enums as the database's own type and as texts.

use models_core::schema::{EnumType, List, Text};
use models_core::types::ReadError;
use models_core::types::{FieldType, ModelEnum};
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
        pub(crate) enum $name {
            Draft,
            InReview,
            Public,
        }

        impl ModelEnum for $name {
            const ENUM: EnumType = EnumType::new(Text::Borrowed($stored), LABELS, $native);

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
    let labels = "create type public.native_status \
                  as enum ('draft', 'in review', 'öffentlich', 'gone')";
    c.execute(labels).await?;
    Ok(())
}

/// Names that take quotes, and one that sqlx would quote wrongly.
mod names {
    use super::{EnumType, LABELS, ModelEnum, Text};

    status!(Keyword, "order", true);
    status!(Quoted, "Kind \"of\" it's \\", true);
    status!(Foreign, "größe", true);
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
        let message = "\"gone\" is not a label of the enum native_status, \
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
        assert_eq!(<Vec<Status> as FieldType>::column(row, "l")?, [Status::Draft]);
        Ok(())
    })
    .await
}

/// Where the type is found by its schema, and by nothing else: another of its
/// name comes first on some of these paths.
#[tokio::test]
async fn whatever_the_search_path() -> Result {
    for path in ["''", "pg_catalog", "pg_temp", "scratch", "public", "scratch, public"] {
        on_every_server(async |c| {
            create_type(c).await?;
            c.execute(
                "create type scratch.native_status as enum ('decoy');
                 create table scratch.t (v public.native_status, l public.native_status[])",
            )
            .await?;
            c.execute(sqlx::AssertSqlSafe(format!("set local search_path = {path}"))).await?;
            bound(c).await.map_err(|error| format!("with {path}: {error}"))?;
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// Values alone, in lists, absent, and where only their own type tells what
/// they are.
async fn bound(c: &mut PgConnection) -> Result {
    let (draft, public) = (NativeStatus::Draft, NativeStatus::Public);
    let insert = "insert into scratch.t values ($1, $2)";
    sqlx::query(insert).bind(draft).bind(vec![public, draft]).execute(&mut *c).await?;
    sqlx::query(insert).bind(Some(public)).bind(&[] as &[NativeStatus]).execute(&mut *c).await?;
    sqlx::query(insert)
        .bind(None::<NativeStatus>)
        .bind(None::<Vec<NativeStatus>>)
        .execute(&mut *c)
        .await?;
    let rows = "insert into scratch.t (v) select * from unnest($1)";
    let added = sqlx::query(rows).bind(vec![draft, public]).execute(&mut *c).await?;
    assert_eq!(added.rows_affected(), 2);
    let one = "select l from scratch.t where v = coalesce($1, $2) and l is not null";
    let row = sqlx::query(one).bind(None::<NativeStatus>).bind(draft).fetch_one(&mut *c).await?;
    assert_eq!(<Vec<NativeStatus> as FieldType>::column(&row, "l")?, [public, draft]);
    let any = "select count(*) from scratch.t where v = any($1)";
    let count: i64 = sqlx::query_scalar(any).bind(vec![draft, public]).fetch_one(&mut *c).await?;
    assert_eq!(count, 4);
    let alone = sqlx::query_scalar::<_, NativeStatus>("select $1");
    assert_eq!(alone.bind(public).fetch_one(&mut *c).await?, public);
    Ok(())
}

#[tokio::test]
async fn whatever_the_name() -> Result {
    on_every_server(async |c| {
        for name in ["\"order\"", "\"Kind \"\"of\"\" it's \\\"", "größe"] {
            let create =
                format!("create type public.{name} as enum ('draft', 'in review', 'öffentlich')");
            c.execute(sqlx::AssertSqlSafe(create)).await?;
        }
        keeps(c, "public.\"order\"", [names::Keyword::Public]).await?;
        keeps(c, "public.\"order\"[]", [vec![], vec![names::Keyword::Draft]]).await?;
        let quoted = "public.\"Kind \"\"of\"\" it's \\\"";
        keeps(c, quoted, [names::Quoted::InReview]).await?;
        keeps(c, &format!("{quoted}[]"), [vec![], vec![names::Quoted::Draft]]).await?;
        keeps(c, "public.größe", [names::Foreign::Draft]).await?;
        keeps(c, "public.größe[]", [vec![], vec![names::Foreign::Public]]).await
    })
    .await
}
