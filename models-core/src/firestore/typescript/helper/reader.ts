/** Gives a value its type, or throws that it has another. */
type FieldReader<T> = (value: unknown, document: string, field: string) => T;
