/** A path. An id with a slash would lead to another collection. */
function pathOf(...names: readonly string[]): string {
  for (const name of names) {
    if (name === "" || name === "." || name === ".." || name.includes("/")) {
      throw new RangeError(`${JSON.stringify(name)} is no id of a document`);
    }
  }
  return names.join("/");
}
