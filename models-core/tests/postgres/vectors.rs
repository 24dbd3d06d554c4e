//! Vectors, through pgvector.

use models_core::types::ReadError;
use models_core::types::{BitVector, HalfVector, SparseVector, Vector, VectorError};
use sqlx::Executor as _;

use crate::server::{Result, keeps, on_every_server, read, refused, with_pgvector};

#[tokio::test]
async fn dense() -> Result {
    with_pgvector(async |c| {
        let edges = vec![0.0, -0.0, f32::MIN_POSITIVE, f32::MAX, f32::MIN];
        keeps(c, "vector(5)", [Vector::<5>::try_from(edges)?]).await?;
        keeps(c, "vector(16000)", [Vector::<16_000>::try_from(vec![0.5; 16_000])?]).await?;
        let read = read::<Vector<2>>(c, "'[1.5, -2]'::vector(2)").await?;
        assert_eq!(read, Vector::try_from(vec![1.5, -2.0])?);
        Ok(())
    })
    .await
}

/// The server rounds as we do: its texts of ours are the same.
#[tokio::test]
async fn half() -> Result {
    with_pgvector(async |c| {
        let edges = [65_504.0, -65_504.0, 0.1, 6e-8, 6.1e-5, 1e-9, 2_049.0];
        let ours = HalfVector::<7>::try_from(edges.to_vec())?;
        keeps(c, "halfvec(7)", [ours.clone()]).await?;
        let theirs = format!("'{edges:?}'::halfvec(7)");
        assert_eq!(read::<HalfVector<7>>(c, &theirs).await?, ours);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn sparse() -> Result {
    with_pgvector(async |c| {
        let some = SparseVector::<1_000_000_000>::from_entries([(999_999_999, -1.0), (0, 2.0)])?;
        keeps(c, "sparsevec(1000000000)", [some, SparseVector::from_entries([])?]).await?;
        let read = read::<SparseVector<5>>(c, "'{1:1.5,5:-2}/5'::sparsevec").await?;
        assert_eq!(read, SparseVector::from_entries([(0, 1.5), (4, -2.0)])?);
        let full = (0..16_000).map(|index| (index, 1.0));
        keeps(c, "sparsevec(20000)", [SparseVector::<20_000>::from_entries(full)?]).await
    })
    .await
}

/// Bits are PostgreSQL's own.
#[tokio::test]
async fn bits() -> Result {
    on_every_server(async |c| {
        keeps(c, "bit(1)", ["1".parse::<BitVector<1>>()?]).await?;
        keeps(c, "bit(9)", ["010000001".parse::<BitVector<9>>()?, "0".repeat(9).parse()?]).await?;
        assert_eq!(read::<BitVector<3>>(c, "b'110'::bit(3)").await?.to_string(), "110");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn another_length_is_a_typed_error() -> Result {
    with_pgvector(async |c| {
        for (error, given) in [
            (refused::<Vector<3>>(c, "'[1]'::vector").await?, 1),
            (refused::<HalfVector<3>>(c, "'[1]'::halfvec").await?, 1),
            (refused::<SparseVector<3>>(c, "'{}/4'::sparsevec").await?, 4),
            (refused::<BitVector<3>>(c, "b'1111'").await?, 4),
        ] {
            let ReadError::Vector(error) = error else { return Err(error.into()) };
            let VectorError::Dimensions { expected: 3, given: found, .. } = error else {
                return Err(error.into());
            };
            assert_eq!(found, given);
        }
        let error = refused::<Vector<3>>(c, "'[1]'::halfvec").await?;
        assert_eq!(error.to_string(), "the column is halfvec, but the field needs vector(3)");
        let error = refused::<Vector<3>>(c, "null::vector").await?;
        assert!(matches!(error, ReadError::Null { .. }));
        Ok(())
    })
    .await
}

/// Supabase installs extensions in a schema of their own.
#[tokio::test]
async fn the_schema_of_the_extension_does_not_matter() -> Result {
    with_pgvector(async |c| {
        c.execute("create schema elsewhere; alter extension vector set schema elsewhere").await?;
        let value = Vector::<1>::try_from(vec![1.0])?;
        assert_eq!(read::<Vector<1>>(c, "'[1]'::elsewhere.vector").await?, value);
        keeps(c, "elsewhere.vector(1)", [value.clone()]).await?;
        keeps(c, "elsewhere.halfvec(1)", [HalfVector::<1>::try_from(vec![1.0])?]).await?;
        keeps(c, "elsewhere.sparsevec(1)", [SparseVector::<1>::try_from(vec![1.0])?]).await?;
        let nearest = "select '[3]'::elsewhere.vector operator(elsewhere.<->) $1";
        let distance: f64 = sqlx::query_scalar(nearest).bind(value).fetch_one(c).await?;
        assert_eq!(distance.to_string(), "2");
        Ok(())
    })
    .await
}

/// As text, where the format is not ours to read.
#[tokio::test]
async fn rows_of_an_unprepared_query() -> Result {
    with_pgvector(async |c| {
        let row = c.fetch_one(sqlx::raw_sql("select '[1]'::vector as v")).await?;
        let error = <Vector<1> as models_core::types::FieldType>::column(&row, "v").err();
        let message = "error occurred while decoding column \"v\": rows of an unprepared query \
                       (`raw_sql`) are text; ask for vector(1) with `query`";
        assert_eq!(error.ok_or("read")?.to_string(), message);
        Ok(())
    })
    .await
}
