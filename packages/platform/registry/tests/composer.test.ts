import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { startComposer } from "../src/compose/start-composer.ts";

const PROGRAM = resolve(import.meta.dirname, "../src/compose/composer-process.ts");
const TASK = { releases: [], createdAt: new Date(0) };

test("where its program is missing each request fails with an error, until it is there again", async () => {
  await using stack = new AsyncDisposableStack();
  const dir = await mkdtemp(join(tmpdir(), "sliceway-composer-"));
  stack.defer(() => rm(dir, { recursive: true }));
  const program = join(dir, "composer-process.ts");
  const composer = stack.use(startComposer(program));

  const fails = () => expect(composer.build(TASK)).rejects.toThrow("process does not start");
  await Promise.all([fails(), fails()]);
  await fails();

  await symlink(PROGRAM, program);
  expect(await composer.build(TASK)).toMatchObject({ ok: expect.any(Boolean) });
});
