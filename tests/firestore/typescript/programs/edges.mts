// The things of `edges.rs`, in literals of JavaScript.

import * as firestore from "firebase/firestore";
import type * as models from "./models.mjs";

const text = "e\u0301 é 漢字 🦀👩\u200d👩 \"'`\\ \u2028\ufeff\t\n\0";
const shelf = "018f0000-0000-7000-8000-000000000001";
const bytes = (...values: number[]) => firestore.Bytes.fromUint8Array(new Uint8Array(values));

/** A value in every field. */
export function full(db: firestore.Firestore, id: string) {
  return {
    id,
    shelfId: shelf,
    aBool: true,
    anI16: -32768,
    anI32: 2147483647,
    anI64: Number.MAX_SAFE_INTEGER,
    anF32: Math.fround(0.1),
    anF64: -Number.MAX_VALUE,
    aDecimal: "12345678901234567890.1230",
    aText: text,
    aUuid: "00000000-0000-0000-0000-00000000abcd",
    aKey: "ffffffff-ffff-ffff-ffff-ffffffffffff",
    aUid: "kGZ1yXo2hVb3",
    aDocId: "ä. 🦀",
    aColour: "dark-blue" as const,
    aLabel: text,
    aMoment: new firestore.Timestamp(1769904000, 123456000),
    aDate: "2024-02-29",
    aTime: "23:59:59.250000",
    aSpan: Number.MIN_SAFE_INTEGER,
    someJson: { a: [1, null, { b: [0.5] }], "d.e": false, " ": "" },
    someSizes: { "`": 4294967295 },
    someBytes: bytes(0, 1, 127, 128, 255),
    aNetwork: "10.1.0.0/16",
    aVector: firestore.vector([Math.fround(0.1), -1.5, 3]),
    aHalfVector: firestore.vector([0.5, -2]),
    aPoint: new firestore.GeoPoint(-90, 180),
    aReference: firestore.doc(db, "shelves", shelf),
    bools: [true, false],
    numbers: [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0],
    doubles: [1e300, Infinity, -Infinity, NaN, 5e-324, 4],
    texts: ["", text],
    colours: ["red" as const, "dark-blue" as const],
    labels: ["l"],
    moments: [
      new firestore.Timestamp(-62135596800, 0),
      new firestore.Timestamp(253402300799, 999999000),
      new firestore.Timestamp(-1, 1000),
    ],
    values: [null, { a: [true] }, -7],
    points: [new firestore.GeoPoint(-90, 180), new firestore.GeoPoint(0, -0.1)],
    references: [firestore.doc(db, "shelves/é")],
    counts: { "a.b": -2147483648, "/": 0 },
    names: { [text]: text },
    coloursByName: { r: "red" as const },
    maybeBool: false,
    maybeNumber: 0,
    maybeText: "",
    maybeColour: "red" as const,
    maybeLabel: "",
    maybeMoment: new firestore.Timestamp(0, 1000),
    maybeDate: "0001-01-01",
    maybeJson: false,
    maybeBytes: bytes(),
    maybeVector: firestore.vector([1, 2]),
    maybePoint: new firestore.GeoPoint(0, 0),
    maybeTexts: [],
    maybeCounts: {},
    type: "type",
    renamed: "called",
    createdAt: new firestore.Timestamp(1769904000, 654321000),
    updatedAt: new firestore.Timestamp(1769904000, 1000),
  } satisfies models.Thing;
}

/** No value wherever there may be none, and empty lists and maps. */
export function bare(db: firestore.Firestore, id: string): models.Thing {
  const filled = Object.entries(full(db, id)).filter(([name]) => !name.startsWith("maybe"));
  const empty = Object.fromEntries(
    filled.filter(([, value]) => Array.isArray(value)).map(([name]) => [name, []]),
  );
  const maps = { counts: {}, names: {}, coloursByName: {} };
  return { ...Object.fromEntries(filled), ...empty, ...maps, someJson: null } as unknown as models.Thing;
}
