//! Copies in a database that the `firestore` crate is connected to.

use std::collections::HashMap;

use firestore::errors::FirestoreError;
use firestore::gcloud_sdk::google::firestore::v1;
use firestore::{FirestoreDb, FirestoreResult};
use v1::batch_get_documents_request::ConsistencySelector;
use v1::structured_query::{
    CollectionSelector, Direction, FieldFilter, FieldReference, Filter, Order, Projection,
    field_filter, filter,
};
use v1::{StructuredQuery, batch_get_documents_response, run_query_request};

use super::store::{Find, Store};
use crate::firestore::document::{Document, Value, Write, field_path};

impl Store for FirestoreDb {
    type Error = FirestoreError;

    async fn get(&self, names: &[String]) -> FirestoreResult<Vec<Option<Document>>> {
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let request = v1::BatchGetDocumentsRequest {
            database: self.get_database_path().clone(),
            documents: names.to_vec(),
            consistency_selector: None::<ConsistencySelector>,
            ..Default::default()
        };
        let mut stream = self.client().get().batch_get_documents(request).await?.into_inner();
        let mut found = HashMap::new();
        while let Some(part) = stream.message().await? {
            if let Some(batch_get_documents_response::Result::Found(document)) = part.result {
                found.insert(document.name.clone(), document);
            }
        }
        names.iter().map(|name| found.remove(name).map(own).transpose()).collect()
    }

    async fn find(&self, find: &Find) -> FirestoreResult<Vec<Document>> {
        let request = v1::RunQueryRequest {
            parent: find.parent.clone(),
            query_type: Some(run_query_request::QueryType::StructuredQuery(query(find))),
            ..Default::default()
        };
        let mut stream = self.client().get().run_query(request).await?.into_inner();
        let mut documents = Vec::new();
        while let Some(part) = stream.message().await? {
            documents.extend(part.document.map(own).transpose()?);
        }
        Ok(documents)
    }

    async fn commit(&self, writes: Vec<Write>) -> FirestoreResult<()> {
        let writes = writes.into_iter().map(TryInto::try_into).collect::<FirestoreResult<_>>()?;
        let database = self.get_database_path().clone();
        let request = v1::CommitRequest { database, writes, ..Default::default() };
        self.client().get().commit(request).await?;
        Ok(())
    }
}

fn own(document: v1::Document) -> FirestoreResult<Document> {
    let name = document.name.clone();
    document.try_into().map_err(|error: crate::firestore::document::DocumentError| {
        let message = format!("{name:?}: {error}");
        FirestoreError::DeserializeError(
            firestore::errors::FirestoreSerializationError::from_message(message),
        )
    })
}

fn query(find: &Find) -> StructuredQuery {
    let name = || FieldReference { field_path: "__name__".to_owned() };
    let field = |field: &String| FieldReference { field_path: field_path(field) };
    StructuredQuery {
        select: Some(Projection { fields: find.select.iter().map(field).collect() }),
        from: vec![CollectionSelector {
            collection_id: find.collection.clone(),
            all_descendants: find.everywhere,
        }],
        r#where: find.filter.as_ref().map(|(name, value)| Filter {
            filter_type: Some(filter::FilterType::FieldFilter(FieldFilter {
                field: Some(field(name)),
                op: field_filter::Operator::Equal.into(),
                value: Some(value.clone().into()),
            })),
        }),
        order_by: vec![Order { field: Some(name()), direction: Direction::Ascending.into() }],
        start_at: find.after.as_ref().map(|after| v1::Cursor {
            values: vec![Value::Reference(after.clone()).into()],
            before: false,
        }),
        limit: Some(i32::try_from(find.limit).unwrap_or(i32::MAX)),
        ..Default::default()
    }
}
