/** These values without those that are missing: Firestore takes no `undefined`. */
function written(values: FieldValues): { [name: string]: unknown } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
