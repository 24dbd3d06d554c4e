/// <reference types="node" />

// Reads what Rust has written through the printed converter, compares it field
// for field, and writes it back through the converter.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { initializeApp } from "firebase/app";
import * as firestore from "firebase/firestore";
import { bare, full } from "./edges.mjs";
import * as models from "./models.mjs";

/** A value as Firestore's REST interface has it. */
type Stored = { [type: string]: unknown };

interface Expected {
  documents: { name: string; fields: { [name: string]: Stored } }[];
  refused?: { document: string; field: string }[];
}

const [host, port, projectId] = process.argv.slice(2) as [string, string, string];
const db = firestore.getFirestore(initializeApp({ projectId }));
firestore.connectFirestoreEmulator(db, host, Number(port));
const { documents, refused = [] }: Expected = JSON.parse(readFileSync("expected.json", "utf8"));

/** The form of the REST interface, of what the library holds. */
function plain(value: unknown): unknown {
  if (value === null) return { nullValue: null };
  if (typeof value === "boolean") return { booleanValue: value };
  if (typeof value === "number") return { number: value };
  if (typeof value === "string") return { stringValue: value };
  if (Array.isArray(value)) return { list: value.map(plain) };
  if (value instanceof firestore.Timestamp) {
    return { seconds: value.seconds, nanoseconds: value.nanoseconds };
  }
  if (value instanceof firestore.Bytes) return { bytesValue: value.toBase64() };
  if (value instanceof firestore.GeoPoint) {
    return { latitude: String(value.latitude), longitude: String(value.longitude) };
  }
  if (value instanceof firestore.DocumentReference) return { path: value.path };
  if (value instanceof firestore.VectorValue) return { vector: value.toArray().map(plain) };
  assert.ok(typeof value === "object" && value !== undefined);
  const prototype: unknown = Object.getPrototypeOf(value);
  assert.ok(prototype === null || prototype === Object.prototype, String(value));
  return { map: new Map(Object.entries(value).map(([key, one]) => [key, plain(one)])) };
}

/** The same, of what Rust says. */
function expected(stored: Stored): unknown {
  const [[type, value]] = Object.entries(stored) as [[string, any]];
  switch (type) {
    case "nullValue": case "booleanValue": case "stringValue": case "bytesValue":
      return stored;
    case "integerValue": case "doubleValue":
      return plain(Number(value));
    case "timestampValue": {
      const [, second, fraction = ""] = /^(.*?)(?:\.(\d+))?Z$/.exec(value) as string[];
      return { seconds: Date.parse(`${second}Z`) / 1000, nanoseconds: Number(fraction.padEnd(9, "0")) };
    }
    case "geoPointValue":
      return { latitude: String(value.latitude), longitude: String(value.longitude) };
    case "referenceValue":
      return { path: value.split("/documents/")[1] };
    case "arrayValue":
      return { list: value.values.map(expected) };
    case "mapValue": {
      if (value.fields.__type__?.stringValue === "__vector__") {
        return { vector: value.fields.value.arrayValue.values.map(expected) };
      }
      const entries = Object.entries(value.fields) as [string, Stored][];
      return { map: new Map(entries.map(([key, one]) => [key, expected(one)])) };
    }
    default:
      throw new Error(type);
  }
}

function reference(name: string) {
  const [shelf, id] = name.split("/documents/shelves/")[1]!.split("/things/") as [string, string];
  return { ref: models.thingDoc(db, shelf, id), back: models.thingDoc(db, shelf, `${id}-back`), shelf, id };
}

async function read(ref: firestore.DocumentReference<models.Thing, models.ThingFields>) {
  const found = (await firestore.getDocFromServer(ref)).data();
  assert.ok(found, ref.path);
  return found;
}

let count = 0;
for (const { name, fields } of documents) {
  const { ref, back, shelf, id } = reference(name);
  const found = await read(ref);
  assert.deepEqual(Object.keys(found).sort(), [...Object.keys(fields), "id", "shelfId"].sort(), id);
  assert.deepEqual([found.id, found.shelfId], [id, shelf]);
  for (const [field, stored] of Object.entries(fields)) {
    const value = (found as unknown as { [name: string]: unknown })[field];
    assert.deepEqual(plain(value), expected(stored), `${id}: ${field}`);
  }
  await firestore.setDoc(back, found);
  count += 1;
}

// What Rust calls the same is the same literal here.
for (const [id, make] of Object.entries({ full, bare })) {
  const written = documents.find(({ name }) => name.endsWith(`/${id}`));
  if (written === undefined) continue;
  const { ref, shelf } = reference(written.name);
  const literal = make(db, id);
  assert.deepEqual(plain(await read(ref)), plain(literal), id);
  // JavaScript counts nanoseconds, of which Firestore keeps whole microseconds.
  const { seconds, nanoseconds } = literal.aMoment;
  const finer = { ...literal, aMoment: new firestore.Timestamp(seconds, nanoseconds + 789) };
  await firestore.setDoc(models.thingDoc(db, shelf, `${id}-made`), finer);
  count += 1;
}

for (const { document, field } of refused) {
  const snapshot = await firestore.getDocFromServer(reference(document).ref);
  assert.throws(() => snapshot.data(), (error: unknown) => {
    assert.ok(error instanceof models.InvalidDocument);
    assert.equal(error.field, field);
    assert.match(error.message, /expected a whole number up to 2\^53, found number$/);
    return true;
  });
  count += 1;
}
console.log(count);
process.exit(0);
