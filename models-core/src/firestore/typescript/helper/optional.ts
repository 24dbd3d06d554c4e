/** A field that may be missing; null counts as missing. */
function optional<const Name extends string, T>(
  values: FieldValues,
  name: Name,
  read: FieldReader<T>,
  document: string,
): { [Key in Name]?: T } {
  const value = own(values, name) ?? undefined;
  if (value === undefined) return {};
  return { [name]: read(value, document, name) } as { [Key in Name]?: T };
}
