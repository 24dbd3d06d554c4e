//! Compiles with the feature `firestore` alone.

fn main() {
    let _ = core::any::type_name::<backend_models::firestore::Rules>();
}
