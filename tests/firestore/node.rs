//! The packages in Node do what later tests need of them.

use models_tests::firestore::{User, fields, on_every_emulator, value};
use models_tests::node::Folder;

#[test]
fn the_compiler_knows_the_types_of_the_packages() {
    let Some(folder) = Folder::fresh() else {
        return;
    };
    let program = |wanted: &str| {
        format!(
            "import {{ doc, getDoc, getFirestore }} from 'firebase/firestore';
             import {{ getFirestore as admin }} from 'firebase-admin/firestore';
             import {{ z }} from 'zod';
             const row = z.object({{ n: z.number() }});
             const found = await getDoc(doc(getFirestore(), 'rows/1'));
             export const n: {wanted} = row.parse(found.data()).n;
             export const id: string = admin().doc('rows/1').id;"
        )
    };
    folder.write("good.mts", &program("number"));
    folder.write("bad.mts", &program("string"));
    assert_eq!(folder.type_check("good.mts"), Ok(String::new()));
    let error = folder.type_check("bad.mts").unwrap_err();
    let expected = "Type 'number' is not assignable to type 'string'";
    assert!(error.contains("bad.mts(6,") && error.contains(expected), "{error}");
}

const PROGRAM: &str = "
import { readFileSync } from 'node:fs';
import { assertFails, assertSucceeds, initializeTestEnvironment } from '@firebase/rules-unit-testing';
import { doc, getDoc, serverTimestamp, setDoc } from 'firebase/firestore';
import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';

const [host, port, projectId] = process.argv.slice(2);
const rules = readFileSync('firestore.rules', 'utf8');
const environment = await initializeTestEnvironment({
    projectId, firestore: { host, port: Number(port), rules },
});
const editor = environment.authenticatedContext('alice', { role: 'editor' }).firestore();
await assertSucceeds(setDoc(doc(editor, 'rows/web'), { at: serverTimestamp() }));
await assertFails(setDoc(doc(editor, 'rows/web2'), { at: 1 }));
const nobody = environment.unauthenticatedContext().firestore();
await assertFails(getDoc(doc(nobody, 'rows/web')));
await environment.cleanup();

process.env.FIRESTORE_EMULATOR_HOST = `${host}:${port}`;
const server = getFirestore(initializeApp({ projectId }));
await server.doc('rows/server').set({ n: 1 });
console.log((await server.doc('rows/web').get()).get('at').toDate() > new Date(0));
await server.terminate();
";

#[test]
fn clients_reach_the_same_project() {
    let Some(folder) = Folder::fresh() else {
        return;
    };
    folder.write("program.mjs", PROGRAM);
    let allow = "allow write: if request.auth.token.role == 'editor'
        && request.resource.data.at == request.time;
        allow read: if request.auth != null;";
    folder.write("firestore.rules", &crate::rules("", allow));
    on_every_emulator(|project| {
        let (host, port) = project.emulator.address.rsplit_once(':').unwrap();
        let printed = folder.node("program.mjs", &[host, port, &project.id]);
        assert_eq!(printed.as_deref().map(str::trim), Ok("true"));

        let alice = project.as_user(&User::signed_in("alice"));
        let stored = alice.get("rows/server").unwrap().allowed();
        assert_eq!(stored["fields"], fields([("n", value::int(1))]));
        let nobody = project.as_user(&User::Anonymous);
        nobody.get("rows/server").unwrap().denied();
    });
}
