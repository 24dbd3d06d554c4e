function within(count: number, min: number, max: number): boolean {
  return min <= count && count <= max;
}
