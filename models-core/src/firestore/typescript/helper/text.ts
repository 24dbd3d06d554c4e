const readText: FieldReader<string> = (value, document, field) =>
  typeof value === "string" ? value : wrong("a string", value, document, field);
