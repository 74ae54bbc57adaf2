import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { isSignedBy, parseSignature, printSignature, signRelease } from "./signature.ts";
import { createSigningKey, parsePublicKey, parseSigningKey, printSigningKey } from "./signing-key.ts";

const document = { slice: "notes", id: "0123456789ab", files: [{ path: "web/a.js", sha256: "00" }] };

test("a signature holds for the very document, in whatever order its keys come", () => {
  const key = createSigningKey();
  const signature = signRelease(document, key);
  const { files, ...rest } = document;
  expect(isSignedBy({ files, ...rest }, signature, key.publicKey)).toBe(true);
  expect(isSignedBy({ ...document, id: "0123456789ac" }, signature, key.publicKey)).toBe(false);
  expect(isSignedBy(document, signature, createSigningKey().publicKey)).toBe(false);
});

test("a key is the same after it was written down, in one line or as PEM", () => {
  const key = createSigningKey();
  const pem = key.privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  for (const text of [printSigningKey(key), pem]) expect(parseSigningKey(text)).toMatchObject({ id: key.id });
  expect(parsePublicKey(key.publicKey)).toEqual({ id: key.id, publicKey: key.publicKey });
  expect(printSigningKey(key)).toMatch(/^[\w+/]{64}$/);
});

test.each(["", "nothing", printSigningKey(createSigningKey()).slice(4), createSigningKey().publicKey])(
  "no private key: %j",
  (text) => {
    expect(() => parseSigningKey(text)).toThrow(TypeError);
  },
);

test("only Ed25519 keys are taken", () => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  expect(() => parseSigningKey(pem)).toThrow("no Ed25519 key");
});

test("a header carries a signature, and nothing else is one", () => {
  const signature = signRelease(document, createSigningKey());
  expect(parseSignature(printSignature(signature))).toEqual(signature);
  for (const header of ["", "k-0123456789ab", `k-0123456789ab ${"A".repeat(88)}`, signature.value])
    expect(parseSignature(header)).toBeUndefined();
});
