/// <reference types="node" />

// Modules with hostile names, each of whose documents is written and read
// without a server. What they hold is said by the test.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { initializeApp } from "firebase/app";
import * as firestore from "firebase/firestore";

interface Field {
  name: string;
  kind: string;
  nullable: boolean;
  labels: string[];
  /** What TypeScript calls the labels. */
  constant: string;
  default: unknown;
  created: boolean;
  updated: boolean;
  patched: boolean;
}

interface Model {
  module: string;
  name: string;
  lower: string;
  collections: string[];
  ids: { [property: string]: number };
  fields: Field[];
  made: boolean;
  changed: boolean;
  group: boolean;
}

const db = firestore.getFirestore(initializeApp({ projectId: "hostile" }));
const now = new firestore.Timestamp(1769904000, 123456000);

function plain(kind: string, labels: string[]): unknown {
  switch (kind) {
    case "bool": return false;
    case "integer": return -1;
    case "number": return 0.5;
    case "text": return "*/ \" ` ${x} \\ \n\u2028 漢🦀";
    case "timestamp": return now;
    case "reference": return firestore.doc(db, "a/b");
    case "point": return new firestore.GeoPoint(1, 2);
    case "bytes": return firestore.Bytes.fromUint8Array(new Uint8Array([1]));
    case "json": return { constructor: null, "a.b": [1] };
    case "enum": return labels.at(-1);
    default: throw new Error(kind);
  }
}

function valueOf({ kind, labels }: Field): unknown {
  const [outer, inner] = kind.split(" ") as [string, string | undefined];
  if (outer === "vector") return firestore.vector(new Array(Number(inner)).fill(0.5));
  if (outer === "list") return [plain(inner ?? "", labels), plain(inner ?? "", labels)];
  if (outer === "map") return { constructor: plain(inner ?? "", labels), "": plain(inner ?? "", labels) };
  return plain(outer, labels);
}

/** A snapshot of a document that no server has. */
const snapshot = (model: Model, body: object) => ({
  data: () => body,
  ref: { path: model.collections.map((name, at) => `${name}/id${at}`).join("/") },
});

let fields = 0;
const models: Model[] = JSON.parse(readFileSync("models.json", "utf8"));
for (const model of models) {
  const module = await import(`./${model.module}.mjs`);
  const converter = module[`${model.lower}Converter`];
  for (const field of model.fields) {
    fields += 1;
    if (field.constant !== "") assert.deepEqual(module[field.constant], field.labels);
  }
  const body = Object.fromEntries(model.fields.map((field) => [field.name, valueOf(field)]));
  const ids = Object.fromEntries(
    Object.entries(model.ids).map(([property, at]) => [property, `id${at}`]),
  );

  const found = converter.fromFirestore(snapshot(model, body));
  assert.deepEqual(found, { ...body, ...ids });
  const stored = converter.toFirestore(found);
  assert.deepEqual(Object.keys(stored).sort(), model.fields.map(({ name }) => name).sort());
  for (const { name, updated } of model.fields) {
    if (!updated) assert.equal(stored[name], found[name], name);
  }
  const optional = model.fields.filter(({ nullable }) => nullable).map(({ name }) => name);
  const without = Object.fromEntries(
    Object.entries(body).filter(([name]) => !optional.includes(name)),
  );
  const read = converter.fromFirestore(snapshot(model, without));
  assert.deepEqual(read, { ...without, ...ids });
  for (const { name, nullable, updated, default: constant } of model.fields) {
    const { [name]: _, ...rest } = body;
    const older = () => {
      const read = converter.fromFirestore(snapshot(model, rest));
      assert.equal(Object.hasOwn(converter.toFirestore(read), name), Object.hasOwn(read, name) || updated);
      return Object.hasOwn(read, name) ? read[name] : undefined;
    };
    if (nullable) assert.equal(older(), undefined, name);
    else if (constant === null) assert.throws(older, { name: "InvalidDocument", field: name });
    else assert.deepEqual(older(), constant === "made" ? now : constant, name);
  }

  assert.equal(typeof module[`new${model.name}`], model.made ? "function" : "undefined");
  const patch = module[`${model.lower}Patch`];
  assert.equal(typeof patch, model.changed ? "function" : "undefined");
  const [patched] = model.fields.filter((field) => field.patched);
  if (model.changed && patched !== undefined) {
    const moments = model.fields.filter(({ updated }) => updated).map(({ name }) => name);
    const keys = Object.keys(patch({ [patched.name]: body[patched.name] }));
    assert.deepEqual(keys.sort(), [...new Set([patched.name, ...moments])].sort());
  }
  const parameters = model.collections.map((_, at) => `id${at}`);
  const ref = module[`${model.lower}Doc`](db, ...parameters);
  assert.equal(ref.path, snapshot(model, {}).ref.path);
  const above = module[`${model.lower}Collection`](db, ...parameters.slice(0, -1));
  assert.equal(`${above.path}/${parameters.at(-1)}`, ref.path);
  assert.equal(typeof module[`${model.lower}Group`], model.group ? "function" : "undefined");
}
console.log(`${models.length} ${fields}`);
process.exit(0);
