/** The ids in the path of a document, which is to be in these collections. */
function idsOf<const Names extends readonly string[]>(
  document: string,
  collections: Names,
): { readonly [At in keyof Names]: string } {
  const names = document.split("/");
  const isThere = collections.every((name, at) => names[2 * at] === name);
  if (!isThere || names.length !== 2 * collections.length) {
    throw new InvalidDocument(document, "", `expected a document in ${collections.join("/*/")}`);
  }
  return collections.map((_, at) => names[2 * at + 1]) as { readonly [At in keyof Names]: string };
}
