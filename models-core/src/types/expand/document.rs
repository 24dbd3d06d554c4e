//! What `#[derive(Model)]` leaves here for documents.

/// Reads a model from the fields of a document, in one walk: each field by its
/// position in the struct, its name, and a name for its value.
///
/// `__read_fields!(from { 0 id __0 (0) } { 1 title __1 } { 2 status __2 } { rank })`
/// has the ids of the path with their levels, the fields, those with a default,
/// and those that documents do not store.
#[cfg(feature = "firestore")]
#[doc(hidden)]
#[macro_export]
macro_rules! __read_fields {
    (
        $from:ident
        { $($id_at:literal $id:ident $id_value:ident ($level:expr)),* }
        { $($at:literal $field:ident $value:ident),* }
        { $($default_at:literal $default:ident $default_value:ident),* }
        { $($absent:ident),* }
    ) => {{
        $(let mut $value = $crate::__private::None;)*
        $(let mut $default_value = $crate::__private::None;)*
        while let $crate::__private::Some((at, raw)) = $from.next_field() {
            match at {
                $($at => $from.read(at, raw, &mut $value),)*
                $($default_at => $from.read(at, raw, &mut $default_value),)*
                _ => {}
            }
        }
        $(if $value.is_none() {
            $value = $from.state.missing($at);
        })*
        $(if $default_value.is_none() {
            $default_value = $from.state.default_value($default_at);
        })*
        $(let $id_value = $from.state.id($id_at, $level);)*
        $crate::__private::Some(Self {
            $($id: $id_value?,)*
            $($field: $value?,)*
            $($default: $default_value?,)*
            $($absent: $crate::types::FieldType::absent()?,)*
        })
    }};
}
