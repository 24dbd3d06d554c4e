// What the compiler lets pass, and what it does not. Each expected error has to
// be one.

import { addDoc, arrayUnion, doc, getDoc, increment, setDoc, updateDoc } from "firebase/firestore";
import type { Firestore, Timestamp } from "firebase/firestore";
import * as models from "./models.mjs";

export async function web(db: Firestore, sample: models.NewSample, at: Timestamp) {
  const samples = models.sampleCollection(db, "shelf");
  const ref = doc(samples, "x");
  await addDoc(samples, models.newSample(sample));
  await setDoc(ref, models.newSample({ ...sample, whole: increment(1), at: at }));
  await updateDoc(ref, models.samplePatch({ tags: arrayUnion("x"), "scores.x": increment(1) }));
  await setDoc(ref, { text: "x" }, { merge: true });

  const found = (await getDoc(ref)).data();
  if (found === undefined) return;
  const id: string = found.id;
  const note: string | undefined = found.note;
  const stage: "raw" | "half-done" | "done" = found.stage;
  const created: Timestamp = found.createdAt;
  void [id, note, stage, created];

  // @ts-expect-error: an optional field may be missing
  const text: string = found.note;
  // @ts-expect-error: an element may be missing
  const tag: string = found.tags[0];
  void [text, tag];
  // @ts-expect-error: an id is not chosen
  found.id = "y";
  // @ts-expect-error: an immutable field is not changed
  found.owner = "y";
  // @ts-expect-error: a moment is the server's
  found.updatedAt = at;
  // @ts-expect-error: nor is it named in a change
  models.samplePatch({ updatedAt: at });
  // @ts-expect-error: nor an immutable field
  models.samplePatch({ owner: "y" });
  // @ts-expect-error: nor a server's
  models.samplePatch({ checked: true });
  // @ts-expect-error: a label is one of three
  models.samplePatch({ stage: "wrong" });
  // @ts-expect-error: an optional field is left out, and not undefined
  models.samplePatch({ note: undefined });
  // @ts-expect-error: an optional field is never null
  models.samplePatch({ note: null });
  // @ts-expect-error: a map of numbers
  models.samplePatch({ "scores.x": "1" });
  // @ts-expect-error: no such field
  models.samplePatch({ other_field: 1 });
  // @ts-expect-error: a new document has all its fields
  models.newSample({ owner: "x" });
  // @ts-expect-error: nor does a client say what a server does
  models.newSample({ ...sample, checked: true });
  // @ts-expect-error: nobody makes a shelf but the server
  models.newShelf({ name: "x" });
  // @ts-expect-error: nobody changes one
  models.shelfPatch({ name: "x" });
  // @ts-expect-error: the ids above are named
  models.sampleCollection(db);
}
