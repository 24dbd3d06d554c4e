/** Which of two decimal numbers is greater; NaN where one of the texts is none. */
function compareDecimals(one: string, other: string): number {
  const form = /^(-?)(\d+)(?:\.(\d+))?$/;
  const [a, b] = [form.exec(one), form.exec(other)];
  if (a === null || b === null) return NaN;
  const wide = Math.max(one.length, other.length);
  const digits = ([, , whole = "", fraction = ""]: RegExpExecArray) =>
    whole.padStart(wide, "0") + fraction.padEnd(wide, "0");
  const [x, y] = [digits(a), digits(b)];
  const [isNegative, isOther] = [a[1] === "-" && /[1-9]/.test(x), b[1] === "-" && /[1-9]/.test(y)];
  if (isNegative !== isOther) return isNegative ? -1 : 1;
  const order = x < y ? -1 : x > y ? 1 : 0;
  return isNegative ? -order : order;
}
