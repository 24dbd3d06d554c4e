const readOneOf =
  <const Label extends string>(labels: readonly Label[]): FieldReader<Label> =>
  (value, document, field) =>
    labels.find((label) => label === value) ??
    wrong(`one of ${labels.map((label) => JSON.stringify(label)).join(", ")}`, value, document, field);
