/** A field that is always there. */
function required<T>(
  values: FieldValues,
  name: string,
  read: FieldReader<T>,
  document: string,
): T {
  return read(own(values, name), document, name);
}
