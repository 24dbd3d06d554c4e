const readBoolean: FieldReader<boolean> = (value, document, field) =>
  typeof value === "boolean" ? value : wrong("a boolean", value, document, field);
