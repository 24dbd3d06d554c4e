const readNumber: FieldReader<number> = (value, document, field) =>
  typeof value === "number" ? value : wrong("a number", value, document, field);
