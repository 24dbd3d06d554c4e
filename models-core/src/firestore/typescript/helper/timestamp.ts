const readTimestamp: FieldReader<firestore.Timestamp> = (value, document, field) =>
  value instanceof firestore.Timestamp
    ? value
    : wrong("a timestamp", value, document, field);
