//! Values that hold others: what is inside is asked as well.

use std::collections::BTreeMap;

use super::{Found, Validate};

impl<T: Validate> Validate for Option<T> {
    fn find(&self, found: &mut Found) {
        if let Some(value) = self {
            value.find(found);
        }
    }
}

impl<T: Validate> Validate for Vec<T> {
    fn find(&self, found: &mut Found) {
        for (place, value) in self.iter().enumerate() {
            let before = found.count();
            value.find(found);
            found.place(before, || format!("[{place}]"));
        }
    }
}

impl<T: Validate> Validate for BTreeMap<String, T> {
    fn find(&self, found: &mut Found) {
        for (key, value) in self {
            let before = found.count();
            value.find(found);
            found.place(before, || key.clone());
        }
    }
}

#[cfg(feature = "json")]
impl<T: Validate> Validate for crate::types::Json<T> {
    fn find(&self, found: &mut Found) {
        self.0.find(found);
    }
}
