//! Queries, which rules judge by their own filters.

use serde_json::{Value, json};

/// A query over one collection.
#[derive(Clone, Debug)]
pub struct Query {
    body: Value,
    filters: Vec<Value>,
    orders: Vec<Value>,
}

impl Query {
    /// Every document of a collection.
    pub fn of(collection: &str) -> Self {
        let from = json!({"from": [{"collectionId": collection}]});
        Self { body: from, filters: Vec::new(), orders: Vec::new() }
    }

    /// Every document of all collections of this name, at any depth.
    pub fn of_group(collection: &str) -> Self {
        let mut query = Self::of(collection);
        query.body["from"][0]["allDescendants"] = true.into();
        query
    }

    /// Only where a field is related to a value as `op` says, such as `EQUAL`
    /// or `ARRAY_CONTAINS`.
    #[must_use]
    pub fn filter(mut self, field: &str, op: &str, value: Value) -> Self {
        let field = json!({"fieldPath": field});
        self.filters.push(json!({"fieldFilter": {"field": field, "op": op, "value": value}}));
        self
    }

    /// In the order of a field, `ASCENDING` or `DESCENDING`.
    #[must_use]
    pub fn order_by(mut self, field: &str, direction: &str) -> Self {
        self.orders.push(json!({"field": {"fieldPath": field}, "direction": direction}));
        self
    }

    /// The first `limit` documents.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.body["limit"] = limit.into();
        self
    }

    /// The query in the form of the REST interface.
    pub(super) fn body(&self) -> Value {
        let mut body = self.body.clone();
        match self.filters.as_slice() {
            [] => {}
            [filter] => body["where"] = filter.clone(),
            filters => {
                body["where"] = json!({"compositeFilter": {"op": "AND", "filters": filters}});
            }
        }
        if !self.orders.is_empty() {
            body["orderBy"] = self.orders.clone().into();
        }
        json!({"structuredQuery": body})
    }
}
