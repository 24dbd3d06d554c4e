/** Whether a reader takes a value. */
function accepts(read: FieldReader<unknown>): (value: unknown) => boolean {
  return (value) => {
    try {
      read(value, "", "");
      return true;
    } catch {
      return false;
    }
  };
}
