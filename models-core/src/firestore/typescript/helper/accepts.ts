/** Whether a reader, which is defined by then, takes a value. */
function accepts(reader: () => FieldReader<unknown>): (value: unknown) => boolean {
  return (value) => {
    try {
      reader()(value, "", "");
      return true;
    } catch {
      return false;
    }
  };
}
