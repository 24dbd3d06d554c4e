const readBytes: FieldReader<firestore.Bytes> = (value, document, field) =>
  value instanceof firestore.Bytes ? value : wrong("bytes", value, document, field);
