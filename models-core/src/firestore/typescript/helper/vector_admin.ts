/** A vector. */
export type FieldVector = ReturnType<typeof firestore.FieldValue.vector>;

const readVector =
  (dimensions: number): FieldReader<FieldVector> =>
  (value, document, field) =>
    value instanceof firestore.FieldValue.vector([]).constructor &&
    (value as FieldVector).toArray().length === dimensions
      ? (value as FieldVector)
      : wrong(`a vector of ${dimensions} dimensions`, value, document, field);
