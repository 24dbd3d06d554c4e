/** Any JSON. What lists and maps hold is not said: the types of Firestore follow none without end. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly unknown[]
  | { readonly [name: string]: unknown };

const readJson: FieldReader<JsonValue> = (value, document, field) =>
  value === null || Array.isArray(value) || isMap(value) ||
  typeof value === "boolean" || typeof value === "number" || typeof value === "string"
    ? value
    : wrong("JSON", value, document, field);
