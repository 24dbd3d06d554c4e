/// <reference types="node" />

// Asks the printed schema about values, of which the test says what Rust thinks.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as firestore from "firebase/firestore";
import * as models from "./models.mjs";

type Stored = { [type: string]: any };
type Issue = { code?: string; params?: { code: string }; issues?: Issue[]; message: string };

/** A value of the REST interface, as a client holds it. */
function held(stored: Stored): unknown {
  const [[type, value]] = Object.entries(stored) as [[string, any]];
  switch (type) {
    case "stringValue": case "booleanValue":
      return value;
    case "integerValue": case "doubleValue":
      return Number(value);
    case "bytesValue":
      return firestore.Bytes.fromBase64String(value);
    case "timestampValue": {
      const [, second, fraction = ""] = /^(.*?)(?:\.(\d+))?Z$/.exec(value) as string[];
      const nanoseconds = Number(fraction.padEnd(9, "0"));
      return new firestore.Timestamp(Date.parse(`${second}Z`) / 1000, nanoseconds);
    }
    case "arrayValue":
      return value.values.map(held);
    case "mapValue":
      return fields(value.fields);
    default:
      throw new Error(type);
  }
}

const fields = (of: { [name: string]: Stored }): { [name: string]: unknown } =>
  Object.fromEntries(Object.entries(of).map(([name, one]) => [name, held(one)]));

/** The codes of our rules; any other issue by what zod calls it. */
const codes = (issues: Issue[]): string[] =>
  issues.flatMap((one) => (one.issues ? codes(one.issues) : [one.params?.code ?? `zod: ${one.code}`]));

const cases: { fields: { [name: string]: Stored }; codes: string[] }[] =
  JSON.parse(readFileSync("cases.json", "utf8"));
for (const one of cases) {
  const { createdAt: _, updatedAt: __, ...values } = fields(one.fields);
  const parsed = models.entrySchema.safeParse(values);
  const found = parsed.success ? [] : [...new Set(codes(parsed.error.issues as Issue[]))].sort();
  assert.deepEqual(found, one.codes, JSON.stringify(one.fields));
  if (parsed.success) assert.deepEqual(parsed.data, values);
}

// What is of another type, or not there, is no value at all.
const first = fields((cases[0] as (typeof cases)[0]).fields);
const { createdAt: _, updatedAt: __, ...good } = first;
assert.ok(models.entrySchema.safeParse(good).success);
const others: { [name: string]: unknown }[] = [
  { tags: undefined }, { tags: "x" }, { short: 1 }, { short: null }, { data: "x" }, { number: 0.5 },
  { number: 2 ** 31 }, { whole: 2 ** 53 }, { weight: "1" }, { at: 1 }, { kind: "Free" }, { flag: 1 },
  { scores: [] }, { scores: { k: "1" } }, { exact: 1 }, { day: new Date(0) },
];
for (const other of others) {
  assert.ok(!models.entrySchema.safeParse({ ...good, ...other }).success, JSON.stringify(other));
}
for (const text of ["", "1e3", "x", ".5", "1."]) {
  assert.ok(!models.entrySchema.safeParse({ ...good, exact: text }).success, text);
}
console.log(cases.length);
process.exit(0);
