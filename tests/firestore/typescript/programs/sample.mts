// Values of every type, for programs with either library.

/** What both libraries have, and how they make it. */
export interface Maker<Timestamp, GeoPoint, Bytes, Reference> {
  timestamp(seconds: number, nanoseconds: number): Timestamp;
  geoPoint(latitude: number, longitude: number): GeoPoint;
  bytes(values: Uint8Array): Bytes;
  reference(path: string): Reference;
}

/** All that its writer says of a sample. */
export function sample<T, G, B, R>(make: Maker<T, G, B, R>, owner: string) {
  return {
    owner,
    flag: true,
    small: -32768,
    whole: 2147483647,
    large: Number.MAX_SAFE_INTEGER,
    single: 2,
    double: -0.1,
    decimal: "12345678901234567890.123",
    text: "漢字 🦀 \"quoted\" \\ \u2028",
    uuid: "018f0000-0000-7000-8000-000000000001",
    other: "x".repeat(20),
    link: make.reference("shelves/other"),
    place: make.geoPoint(46.948, 7.447),
    at: make.timestamp(1769904000, 123456000),
    day: "2026-01-31",
    time: "23:59:59.250000",
    span: -5_000_001,
    json: { a: [1, null, { b: "c" }], "d.e": false },
    bytes: make.bytes(new Uint8Array([0, 1, 254, 255])),
    network: "10.0.0.0/8",
    stage: "half-done" as const,
    tags: ["a", "", "b"],
    stages: ["raw" as const, "done" as const],
    scores: { a: 1, "b.c": -2 },
  };
}

/** The defaults of what it leaves out. */
export const defaults = { level: 7, title: "it's \"new\"\n", next: "half-done", links: [] };
