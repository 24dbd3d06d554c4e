/// <reference types="node" />

// A client, with the rules in force.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { initializeApp, deleteApp } from "firebase/app";
import * as firestore from "firebase/firestore";
import * as models from "./models.mjs";
import { defaults, sample } from "./sample.mjs";

const [host, port, projectId] = process.argv.slice(2) as [string, string, string];
const app = initializeApp({ projectId });
const db = firestore.getFirestore(app);
firestore.connectFirestoreEmulator(db, host, Number(port), { mockUserToken: { sub: "alice" } });
after(async () => {
  await firestore.terminate(db);
  await deleteApp(app);
});

const make = {
  timestamp: (seconds: number, nanoseconds: number) =>
    new firestore.Timestamp(seconds, nanoseconds),
  geoPoint: (latitude: number, longitude: number) => new firestore.GeoPoint(latitude, longitude),
  bytes: (values: Uint8Array) => firestore.Bytes.fromUint8Array(values),
  reference: (path: string) => firestore.doc(db, path),
};
const mine = () => sample(make, "alice");
const samples = models.sampleCollection(db, "shelf");

/** What a document reads as, of which it has to be one. */
async function read(ref: firestore.DocumentReference<models.Sample, models.SampleFields>) {
  const found = (await firestore.getDocFromServer(ref)).data();
  assert.ok(found);
  return found;
}

/** A field of the document as it is stored. */
async function stored(ref: firestore.DocumentReference<unknown, firestore.DocumentData>) {
  const found = (await firestore.getDocFromServer(ref.withConverter(null))).data();
  assert.ok(found);
  return found;
}

/** Compared as the library compares, where it has values of its own. */
function same(found: unknown, expected: unknown, at: string) {
  const comparable = expected as { isEqual?: (other: unknown) => boolean };
  if (expected instanceof firestore.DocumentReference) {
    assert.ok(firestore.refEqual(expected, found as typeof expected), at);
  } else if (typeof comparable?.isEqual === "function") {
    assert.ok(comparable.isEqual(found), at);
  } else assert.deepEqual(found, expected, at);
}

function eachSame(found: object, expected: object) {
  for (const [name, value] of Object.entries(expected)) {
    same((found as { [name: string]: unknown })[name], value, name);
  }
}

test("every type comes back as it was, with the ids, which are not stored", async () => {
  const ref = await firestore.addDoc(samples, models.newSample(mine()));
  const found = await read(ref);
  assert.equal(found.id, ref.id);
  assert.equal(found.shelfId, "shelf");
  eachSame(found, { ...mine(), ...defaults });
  for (const name of ["note", "near", "checked"]) assert.ok(!(name in found), name);
  for (const at of [found.createdAt, found.updatedAt, found.seenAt]) {
    assert.ok(at.seconds > 1_700_000_000);
  }
  const body = Object.keys(await stored(ref)).sort();
  const names = [...Object.keys({ ...mine(), ...defaults }), "seenAt", "createdAt", "updatedAt"];
  assert.deepEqual(body, names.sort());
});

test("what is pending is an estimate", async () => {
  const ref = firestore.doc(samples);
  const first = new Promise<models.Sample>((resolve, reject) => {
    const stop = firestore.onSnapshot(ref, (snapshot) => {
      if (!snapshot.exists()) return;
      stop();
      try {
        assert.ok(snapshot.metadata.hasPendingWrites);
        resolve(snapshot.data({ serverTimestamps: "none" }));
      } catch (error) {
        reject(error);
      }
    });
  });
  const written = firestore.setDoc(ref, models.newSample(mine()));
  const found = await first;
  assert.ok(found.createdAt instanceof firestore.Timestamp);
  assert.ok(found.seenAt instanceof firestore.Timestamp);
  await written;
});

test("what is read can be written again, to the microsecond", async () => {
  const ref = models.sampleDoc(db, "shelf", "exact");
  const before = await read(ref);
  assert.equal(before.createdAt.nanoseconds, 123456000);
  assert.equal(before.checked, true);
  await firestore.setDoc(ref, { ...before, text: "again" });
  const found = await read(ref);
  assert.equal(found.text, "again");
  assert.ok(found.createdAt.isEqual(before.createdAt));
  assert.ok(!found.updatedAt.isEqual(before.updatedAt));
  assert.ok(found.near?.isEqual(firestore.vector([1, 2, 3])));
});

test("changes come with their moment", async () => {
  const ref = await firestore.addDoc(samples, models.newSample({ ...mine(), note: "n" }));
  const before = await read(ref);
  await firestore.updateDoc(ref, models.samplePatch({
    text: "changed",
    whole: firestore.increment(-1),
    tags: firestore.arrayUnion("z"),
    at: firestore.serverTimestamp(),
    note: firestore.deleteField(),
    "scores.b": 5,
    "json.more": [true],
  }));
  const found = await read(ref);
  assert.equal(found.text, "changed");
  assert.equal(found.whole, 2147483646);
  assert.deepEqual(found.tags, ["a", "", "b", "z"]);
  assert.ok(found.at.seconds > 1_769_904_000);
  assert.ok(!("note" in found));
  assert.deepEqual(found.scores, { a: 1, "b.c": -2, b: 5 });
  assert.deepEqual(found.json, { a: [1, null, { b: "c" }], "d.e": false, more: [true] });
  assert.ok(found.createdAt.isEqual(before.createdAt));
  assert.ok(found.updatedAt.toMillis() >= before.updatedAt.toMillis());
});

test("a merge, a batch and a transaction go through the converter too", async () => {
  const ref = await firestore.addDoc(samples, models.newSample(mine()));
  await firestore.setDoc(ref, { text: "merged", whole: firestore.increment(-2) }, { merge: true });
  const merged = await read(ref);
  assert.equal(merged.text, "merged");
  assert.equal(merged.whole, 2147483645);
  const batch = firestore.writeBatch(db);
  const other = firestore.doc(samples);
  batch.set(other, models.newSample(mine()));
  batch.update(ref, models.samplePatch({ text: "batch" }));
  await batch.commit();
  await firestore.runTransaction(db, async (transaction) => {
    const found = (await transaction.get(other)).data();
    assert.ok(found);
    transaction.update(other, models.samplePatch({ text: `${found.text}!` }));
    transaction.set(ref, { ...(await read(ref)), note: "seen" });
  });
  assert.equal((await read(other)).text, `${mine().text}!`);
  assert.equal((await read(ref)).note, "seen");
});

test("undefined is not written", async () => {
  const loose = { ...mine(), note: undefined, level: undefined } as unknown as models.NewSample;
  const found = await read(await firestore.addDoc(samples, models.newSample(loose)));
  assert.equal(found.level, 7);
  assert.ok(!("note" in found));
});

test("documents from before a field was there", async () => {
  const found = await read(models.sampleDoc(db, "shelf", "old"));
  eachSame(found, defaults);
  assert.ok(!("note" in found));
  // The moment when the document was made, as far as a client knows it.
  assert.ok(found.seenAt.isEqual(found.createdAt));
});

test("null counts as missing", async () => {
  const found = await read(models.sampleDoc(db, "shelf", "nulls"));
  for (const name of ["note", "near", "checked"]) assert.ok(!(name in found), name);
});

test("what is of another type is named, with the path to it", async () => {
  const wrong: { [id: string]: string } = JSON.parse(process.env["WRONG"] ?? "{}");
  assert.ok(Object.keys(wrong).length > 20);
  for (const [id, reason] of Object.entries(wrong)) {
    const snapshot = await firestore.getDocFromServer(models.sampleDoc(db, "wrong", id));
    assert.throws(() => snapshot.data(), (error: unknown) => {
      assert.ok(error instanceof models.InvalidDocument);
      assert.equal(error.message, `shelves/wrong/samples/${id}: ${reason}`);
      assert.equal(error.document, `shelves/wrong/samples/${id}`);
      assert.ok(reason.startsWith(`${error.field}: `), error.field);
      return true;
    });
  }
});

test("a group reads all collections of its name, and no other's", async () => {
  const ref = models.sampleDoc(db, "another", "x");
  await firestore.setDoc(ref, models.newSample({ ...mine(), text: "in a group" }));
  const query = firestore.query(models.sampleGroup(db), firestore.where("text", "==", "in a group"));
  const found = (await firestore.getDocsFromServer(query)).docs.map((one) => one.data());
  assert.deepEqual(found.map(({ id, shelfId }) => [id, shelfId]), [["x", "another"]]);
  for (const path of ["samples/stray", "others/x/samples/stray"]) {
    const stray = firestore.doc(db, path).withConverter(models.sampleConverter);
    const snapshot = await firestore.getDocFromServer(stray);
    assert.throws(() => snapshot.data(), {
      name: "InvalidDocument",
      message: `${path}: expected a document in shelves/*/samples`,
    });
  }
});

test("an id is one name", () => {
  for (const id of ["", ".", "..", "a/b", "/", "a/samples/b"]) {
    assert.throws(() => models.sampleCollection(db, id), RangeError);
    assert.throws(() => models.sampleDoc(db, "shelf", id), RangeError);
  }
  const path = models.sampleDoc(db, "a b", "ä.'\"").path;
  assert.equal(path, "shelves/a b/samples/ä.'\"");
});

test("the rules hold: a moment, an owner and a server's field cannot be forged", async () => {
  const ref = models.sampleDoc(db, "shelf", "forged");
  const forged = { ...mine(), createdAt: new firestore.Timestamp(1, 0) };
  const isDenied = { code: "permission-denied" };
  await assert.rejects(firestore.setDoc(ref, models.newSample(forged)), isDenied);
  const checked = { ...mine(), checked: true };
  await assert.rejects(firestore.setDoc(ref, models.newSample(checked)), isDenied);
  await firestore.setDoc(ref, models.newSample(mine()));
  const plain = { text: "without its moment" };
  await assert.rejects(firestore.updateDoc(ref, plain), isDenied);
});
