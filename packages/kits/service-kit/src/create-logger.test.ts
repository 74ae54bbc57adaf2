import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { createLogger } from "./create-logger.ts";

function capture() {
  const lines: string[] = [];
  return { lines, destination: { write: (line: string) => void lines.push(line) } };
}

test("writes one JSON object per line", () => {
  const { lines, destination } = capture();
  createLogger({ name: "posts", base: { release: "3f9c2a1b04de" }, destination }).info(
    { port: 3010 },
    "ready",
  );
  expect(JSON.parse(lines[0] ?? "")).toEqual({
    level: "info",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    name: "posts",
    release: "3f9c2a1b04de",
    port: 3010,
    msg: "ready",
  });
});

test("hides secrets wherever they stand", () => {
  const { lines, destination } = capture();
  const log = createLogger({ name: "posts", destination }).child({ serviceToken: "s3cret-1" });
  const headers = {
    authorization: "Bearer s3cret-2",
    cookie: "session=s3cret-3",
    "set-cookie": ["s3cret-4", "b"],
  };
  log.info({
    request: { deep: { headers } },
    DATABASE_URL: "postgres://posts:s3cret-5@127.0.0.1:5432/posts",
  });
  log.info({ databasePasswords: { posts: "s3cret-6" }, password: 's3cret"-7', secret: 88_888 });
  log.error({ err: new Error("cannot reach postgres://posts:s3cret-8@localhost/posts") }, "Bearer s3cret-9");

  const token = `slw_0123456789ab_${"s3cret".repeat(7)}A`;
  const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  log.error({ err: new Error(`no ${token}`), argv: ["sliceway", `\n${token}`] }, pem);

  const all = lines.join("");
  expect(all).not.toMatch(/s3cret|88888|MC4C/);
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  expect(all).toContain("postgres://posts:[hidden]@127.0.0.1:5432/posts");
});
