/** Whether a pattern matches a whole text, and the text is not longer. */
function matching(pattern: string, longest = Infinity): (text: string) => boolean {
  const whole = new RegExp(`^(?:${pattern})$`, "u");
  return (text) => text.length <= longest && whole.test(text);
}
