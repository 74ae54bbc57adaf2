import { startTestPostgres } from "@sliceway/postgres/testing";
import { createSigningKey, type Release, type SigningKey, signRelease } from "@sliceway/protocol";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Build, makeBuild } from "../src/testing/make-release.ts";
import { startTestRegistry, type TestRegistry } from "../src/testing/start-test-registry.ts";

const stack = new AsyncDisposableStack();
let registry: TestRegistry;
let key: SigningKey;

beforeAll(async () => {
  const postgres = stack.use(await startTestPostgres());
  registry = stack.use(await startTestRegistry(postgres));
  key = createSigningKey();
  await registry.client.addSigningKey("notes", key.publicKey);
});
afterAll(() => stack.disposeAsync());

/** Each of its own content. */
let count = 0;
const build = () => makeBuild("notes", { files: { "server/server.mjs": `serve(${++count})` } });

async function upload({ release, files }: Build): Promise<Release> {
  for (const [path, bytes] of files) await registry.client.putFile(release, path, bytes);
  return release;
}

async function expectRefusal(release: Release, signedBy: SigningKey, refusal: object): Promise<void> {
  const publishing = registry.client.publish(release, signRelease(release, signedBy));
  await expect(publishing).rejects.toMatchObject({ ...refusal, fix: expect.stringMatching(/\.$/) });
  await expect(registry.client.getRelease("notes", release.id)).rejects.toMatchObject({ status: 404 });
}

it("keeps who signed a release, and with what", async () => {
  const release = await upload(await build());
  const signature = signRelease(release, key);
  await registry.client.publish(release, signature);
  const [listed] = await registry.client.listReleases("notes");
  expect(listed).toMatchObject({ id: release.id, publishedBy: "administrator", signature });
  const [entry] = await registry.client.listAudit();
  expect(entry).toMatchObject({ what: "publish", cause: `signed with ${key.id}` });
});

it.each([{}, { "x-sliceway-signature": "nonsense" }])("refuses what is not signed: %j", async (headers) => {
  const release = await upload(await build());
  const response = await fetch(new URL(`/v1/releases/notes/${release.id}`, registry.url), {
    method: "PUT",
    headers: {
      authorization: `Bearer ${registry.config.adminToken}`,
      "content-type": "application/json",
      ...headers,
    },
    body: JSON.stringify(release),
  });
  expect([response.status, await response.json()]).toMatchObject([
    422,
    { error: { code: "SIGNATURE_MISSING", message: expect.stringContaining("This release of notes") } },
  ]);
});

it("refuses a key that nobody registered", async () => {
  await expectRefusal(await upload(await build()), createSigningKey(), {
    code: "SIGNING_KEY_UNKNOWN",
    status: 403,
  });
});

it("refuses a key of another slice, until it is this one's too", async () => {
  const other = createSigningKey();
  await registry.client.addSigningKey("people", other.publicKey);
  const release = await upload(await build());
  await expectRefusal(release, other, {
    code: "SIGNING_KEY_FOREIGN",
    message: `The key ${other.id} signs releases of people, not of notes.`,
  });
  await registry.client.addSigningKey("notes", other.publicKey);
  await registry.client.publish(release, signRelease(release, other));
});

it("refuses a revoked key at once, and for good", async () => {
  const lost = createSigningKey();
  await registry.client.addSigningKey("notes", lost.publicKey);
  await registry.client.revokeSigningKey(lost.id);
  await registry.client.addSigningKey("notes", lost.publicKey);
  await expectRefusal(await upload(await build()), lost, { code: "SIGNING_KEY_REVOKED", status: 403 });
  const keys = await registry.client.listSigningKeys();
  expect(keys.find(({ id }) => id === lost.id)).toMatchObject({
    slice: "notes",
    revokedAt: expect.any(String),
  });
});

it("refuses a document that was altered after it was signed, whatever its id", async () => {
  const [release, other] = [await upload(await build()), await upload(await build())];
  const signature = signRelease(release, key);
  const altered = { ...release, shared: { provides: {}, uses: { react: ["useState"] } } };
  for (const document of [altered, other])
    await expect(registry.client.publish(document, signature)).rejects.toMatchObject({
      status: 422,
      code: "SIGNATURE_WRONG",
    });
});

it("refuses files that are not those that were signed", async () => {
  const built = await build();
  const release = await upload(built);
  await registry.client.putFile(release, "server/server.mjs", Buffer.from(`SERVE(${count})`));
  await expectRefusal(release, key, { code: "RELEASE_INVALID", problems: [{ code: "FILE_WRONG" }] });
  await upload(built);
  await registry.client.publish(release, signRelease(release, key));
});

it("asks for a signature even where there is nothing left to publish", async () => {
  const release = await upload(await build());
  await registry.client.publish(release, signRelease(release, key));
  await registry.client.publish(release, signRelease(release, key));
  const again = registry.client.publish(release, signRelease(release, createSigningKey()));
  await expect(again).rejects.toMatchObject({ code: "SIGNING_KEY_UNKNOWN" });
});

it("takes public Ed25519 keys only", async () => {
  for (const text of ["nonsense", key.privateKey.export({ format: "pem", type: "pkcs8" }).toString()])
    await expect(registry.client.addSigningKey("notes", text)).rejects.toMatchObject({ status: 400 });
});
