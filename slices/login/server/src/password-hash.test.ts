import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password-hash.ts";

test("a hash fits its own password only and is another each time", async () => {
  const hash = await hashPassword("correct horse");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await verifyPassword("correct horse", hash)).toBe(true);
  expect(await verifyPassword("correct house", hash)).toBe(false);
  expect(await hashPassword("correct horse")).not.toBe(hash);
});

test("a hash made elsewhere with other costs is understood", async () => {
  // argon2 -id -t 3 -m 12 -p 1 -l 24, salt "somesalt"
  const { argon2Sync } = await import("node:crypto");
  const nonce = Buffer.from("somesalt");
  const cost = { nonce, memory: 4096, passes: 3, parallelism: 1, tagLength: 24 };
  const tag = argon2Sync("argon2id", { message: "password-x", ...cost });
  const strip = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
  const hash = `$argon2id$v=19$m=4096,t=3,p=1$${strip(nonce)}$${strip(tag)}`;
  expect(await verifyPassword("password-x", hash)).toBe(true);
});

test("the same text in another Unicode form is the same password", async () => {
  const hash = await hashPassword("비밀번호는 길게".normalize("NFD"));
  expect(await verifyPassword("비밀번호는 길게".normalize("NFC"), hash)).toBe(true);
});

test("no hash, no entry", async () => {
  expect(await verifyPassword("anything at all", null)).toBe(false);
});
