/** A document that is not what its model says. */
export class InvalidDocument extends Error {
  /** The path of the document. */
  readonly document: string;
  /** Where in the document, such as `tags[2]`; empty when its path is wrong. */
  readonly field: string;

  constructor(document: string, field: string, reason: string) {
    super([document, field, reason].filter((part) => part !== "").join(": "));
    this.name = "InvalidDocument";
    this.document = document;
    this.field = field;
  }
}
