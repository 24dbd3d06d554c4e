/// <reference types="node" />

// A server, which no rule binds.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { deleteApp, initializeApp } from "firebase-admin/app";
import * as firestore from "firebase-admin/firestore";
import * as models from "./models.mjs";
import { defaults, sample } from "./sample.mjs";

const [host, port, projectId] = process.argv.slice(2) as [string, string, string];
process.env["FIRESTORE_EMULATOR_HOST"] = `${host}:${port}`;
const app = initializeApp({ projectId });
const db = firestore.getFirestore(app);
after(async () => {
  await db.terminate();
  await deleteApp(app);
});

const make = {
  timestamp: (seconds: number, nanoseconds: number) =>
    new firestore.Timestamp(seconds, nanoseconds),
  geoPoint: (latitude: number, longitude: number) => new firestore.GeoPoint(latitude, longitude),
  bytes: (values: Uint8Array) => values,
  reference: (path: string) => db.doc(path),
};
const full = () => ({
  ...sample(make, "bob"),
  near: firestore.FieldValue.vector([1, 2, 3]),
  checked: true,
});
const samples = models.sampleCollection(db, "shelf");

async function read(ref: firestore.DocumentReference<models.Sample, models.SampleFields>) {
  const found = (await ref.get()).data();
  assert.ok(found);
  return found;
}

function eachSame(found: object, expected: object) {
  for (const [name, value] of Object.entries(expected)) {
    const one: unknown = (found as { [name: string]: unknown })[name];
    const comparable = value as { isEqual?: (other: unknown) => boolean };
    if (typeof comparable?.isEqual === "function") assert.ok(comparable.isEqual(one), name);
    else if (value instanceof Uint8Array) assert.deepEqual([...(one as Uint8Array)], [...value]);
    else assert.deepEqual(one, value, name);
  }
}

test("every type comes back as it was, with the ids, which are not stored", async () => {
  const ref = await samples.add(models.newSample(full()));
  const found = await read(ref);
  assert.equal(found.id, ref.id);
  assert.equal(found.shelfId, "shelf");
  eachSame(found, { ...full(), ...defaults });
  assert.ok(!("note" in found));
  const body = Object.keys((await ref.withConverter(null).get()).data() ?? {}).sort();
  const names = [...Object.keys({ ...full(), ...defaults }), "seenAt", "createdAt", "updatedAt"];
  assert.deepEqual(body, names.sort());
});

test("changes come with their moment, and a server changes more", async () => {
  const ref = await samples.add(models.newSample(full()));
  const before = await read(ref);
  await ref.update(models.samplePatch({
    owner: "carol",
    checked: firestore.FieldValue.delete(),
    whole: firestore.FieldValue.increment(-1),
    "scores.b": 5,
  }));
  const found = await read(ref);
  assert.equal(found.owner, "carol");
  assert.ok(!("checked" in found));
  assert.equal(found.whole, 2147483646);
  assert.deepEqual(found.scores, { a: 1, "b.c": -2, b: 5 });
  assert.ok(found.createdAt.isEqual(before.createdAt));
  assert.ok(!found.updatedAt.isEqual(before.updatedAt));
});

test("a merge, a batch and a transaction go through the converter too", async () => {
  const ref = await samples.add(models.newSample(full()));
  await ref.set({ text: "merged" }, { merge: true });
  const other = samples.doc();
  await db.batch().set(other, models.newSample(full())).update(ref, models.samplePatch({ flag: false })).commit();
  await db.runTransaction(async (transaction) => {
    const found = (await transaction.get(other)).data();
    assert.ok(found);
    transaction.set(other, { ...found, note: "seen" });
  });
  const found = await read(ref);
  assert.equal(found.text, "merged");
  assert.equal(found.flag, false);
  assert.equal((await read(other)).note, "seen");
});

test("documents from before a field was there", async () => {
  const ref = models.sampleDoc(db, "shelf", "old");
  const snapshot = await ref.get();
  const found = await read(ref);
  eachSame(found, defaults);
  assert.ok(snapshot.createTime?.isEqual(found.seenAt));
  const nulls = await read(models.sampleDoc(db, "shelf", "nulls"));
  for (const name of ["note", "near", "checked"]) assert.ok(!(name in nulls), name);
});

test("what is of another type is named, with the path to it", async () => {
  const wrong: { [id: string]: string } = JSON.parse(process.env["WRONG"] ?? "{}");
  for (const [id, reason] of Object.entries(wrong)) {
    const snapshot = await models.sampleDoc(db, "wrong", id).get();
    assert.throws(() => snapshot.data(), {
      name: "InvalidDocument",
      message: `shelves/wrong/samples/${id}: ${reason}`,
    });
  }
});

test("a group, and an id that is one name", async () => {
  await models.sampleDoc(db, "another", "y").set(models.newSample({ ...full(), text: "by a server" }));
  const found = await models.sampleGroup(db).where("text", "==", "by a server").get();
  assert.deepEqual(found.docs.map((one) => one.data().shelfId), ["another"]);
  for (const id of ["", "a/b", "a/samples/b"]) {
    assert.throws(() => models.sampleDoc(db, "shelf", id), RangeError);
  }
});
