type FieldValues = { readonly [name: string]: unknown };

function valueOf(values: FieldValues, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(values, name) ? values[name] : undefined;
}
