function wrong(expected: string, value: unknown, document: string, field: string): never {
  let found: string = typeof value;
  if (value === undefined) found = "nothing";
  else if (value === null) found = "null";
  else if (Array.isArray(value)) found = "a list";
  else if (typeof value === "object") found = value.constructor?.name ?? found;
  throw new InvalidDocument(document, field, `expected ${expected}, found ${found}`);
}
