/** A field that older documents lack. */
function defaulted<T>(
  values: FieldValues,
  name: string,
  read: FieldReader<T>,
  document: string,
  otherwise: T,
): T {
  const value = own(values, name);
  return value === undefined ? otherwise : read(value, document, name);
}
