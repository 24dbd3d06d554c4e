const readGeoPoint: FieldReader<firestore.GeoPoint> = (value, document, field) =>
  value instanceof firestore.GeoPoint ? value : wrong("a point", value, document, field);
