const readMap =
  <T,>(inner: FieldReader<T>): FieldReader<{ [key: string]: T }> =>
  (value, document, field) => {
    if (!isMap(value)) return wrong("a map", value, document, field);
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([key, one]) => [key, inner(one, document, `${field}.${key}`)]),
    );
  };
