const readVector =
  (dimensions: number): FieldReader<firestore.VectorValue> =>
  (value, document, field) =>
    value instanceof firestore.VectorValue && value.toArray().length === dimensions
      ? value
      : wrong(`a vector of ${dimensions} dimensions`, value, document, field);
