const readInteger: FieldReader<number> = (value, document, field) =>
  Number.isSafeInteger(value)
    ? (value as number)
    : wrong("a whole number up to 2^53", value, document, field);
