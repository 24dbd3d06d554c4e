/** Whether a value is a map, and no instance of a class. */
function isMap(value: unknown): value is FieldValues {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
