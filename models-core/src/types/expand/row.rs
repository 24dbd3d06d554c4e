//! What `#[derive(Model)]` leaves here.

/// Reads a model from a row, each field from the column of this name:
/// `__model_row!(Post { id: Id<Post> = "id", r#type: String = "type" });`
///
/// Fields that no column keeps stand at the end, behind a semicolon.
///
/// The types are named so that one which cannot be a field is one error: the
/// same trait is asked for at the same place as in the description.
#[doc(hidden)]
#[macro_export]
macro_rules! __model_row {
    ($name:ident { $($field:ident: $rust:ty = $column:literal),* $(,)? $(; $($absent:ident: $other:ty),+)? }) => {
        $crate::__with_sqlx! {
            impl<'r> $crate::__private::FromRow<'r, $crate::__private::PgRow> for $name {
                fn from_row(row: &'r $crate::__private::PgRow) -> $crate::__private::Row<Self> {
                    $crate::__private::Ok(Self {
                        $($field: <$rust as $crate::types::FieldType>::column(row, $column)?,)*
                        $($($absent: $crate::__private::absent::<$other>(::core::stringify!($absent))?,)+)?
                    })
                }
            }
        }
    };
}
