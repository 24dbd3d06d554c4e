const readBytes: FieldReader<Uint8Array> = (value, document, field) =>
  value instanceof Uint8Array ? value : wrong("bytes", value, document, field);
