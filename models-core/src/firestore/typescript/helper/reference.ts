const readReference: FieldReader<firestore.DocumentReference> = (value, document, field) =>
  value instanceof firestore.DocumentReference
    ? value
    : wrong("a reference", value, document, field);
