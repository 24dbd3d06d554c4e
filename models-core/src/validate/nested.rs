//! Values that hold others, which are validated as well.

use std::collections::BTreeMap;

use super::{Collector, Validate};

impl<T: Validate> Validate for Option<T> {
    fn find_violations(&self, violations: &mut Collector) {
        if let Some(value) = self {
            value.find_violations(violations);
        }
    }
}

impl<T: Validate> Validate for Vec<T> {
    fn find_violations(&self, violations: &mut Collector) {
        for (index, value) in self.iter().enumerate() {
            let before = violations.len();
            value.find_violations(violations);
            violations.prefix(before, || format!("[{index}]"));
        }
    }
}

impl<T: Validate> Validate for BTreeMap<String, T> {
    fn find_violations(&self, violations: &mut Collector) {
        for (key, value) in self {
            let before = violations.len();
            value.find_violations(violations);
            violations.prefix(before, || key.clone());
        }
    }
}

#[cfg(feature = "json")]
impl<T: Validate> Validate for crate::types::Json<T> {
    fn find_violations(&self, violations: &mut Collector) {
        self.0.find_violations(violations);
    }
}
