type FieldValues = { readonly [name: string]: unknown };

/** A value, unless it is one that every object inherits. */
function own(values: object, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(values, name)
    ? (values as FieldValues)[name]
    : undefined;
}
