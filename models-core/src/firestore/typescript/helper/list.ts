const readList =
  <T,>(element: FieldReader<T>): FieldReader<T[]> =>
  (value, document, field) =>
    Array.isArray(value)
      ? value.map((one: unknown, at) => element(one, document, `${field}[${at}]`))
      : wrong("a list", value, document, field);
