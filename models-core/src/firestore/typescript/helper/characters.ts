/** How many characters a text has: code points, as in Rust. */
function characters(text: string): number {
  return [...text].length;
}
