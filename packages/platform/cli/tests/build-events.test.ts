import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildRelease } from "../src/release/build-release.ts";
import { inSlice, notesProject } from "./support/notes.ts";

const title = "notes.Written.v1";
const written = { title, type: "object", properties: { text: { type: "string" } }, required: ["text"] };

/** A slice without pages that reads the other's events. */
function indexSlice(reads: string[]): Record<string, string> {
  const events = { consumes: { [title]: { reads } } };
  const server = { start: ["node", "server.mjs"] };
  return inSlice("index", {
    "slice.json": JSON.stringify({ name: "index", owner: "a team", title: { en: "Index" }, server, events }),
    "contract/schema.graphql": "type Query { entries: Int }",
    "server/src/main.ts": 'import { consumes } from "./contract.events.ts";\nconsole.log(consumes);\n',
  });
}

test("a release says what events it tells, and what it reads of others'; its server knows that too", async () => {
  await using project = await notesProject({ "contract/events/Written.v1.json": JSON.stringify(written) });
  await project.write(indexSlice(["text"]));
  const releasesDir = join(project.path, "out");
  const build = (slice: string) =>
    buildRelease({ sliceDir: join(project.path, "slices", slice), releasesDir });
  expect((await build("notes")).events).toEqual({ publishes: { [title]: written }, consumes: {} });
  const { id, events } = await build("index");
  expect(events).toEqual({ publishes: {}, consumes: { [title]: written } });
  expect(await readFile(join(releasesDir, "index", id, "server/server.mjs"), "utf8")).toContain(title);
});

test("a slice that reads a field which nobody tells is not built", async () => {
  await using project = await notesProject({ "contract/events/Written.v1.json": JSON.stringify(written) });
  await project.write(indexSlice(["author"]));
  const sliceDir = join(project.path, "slices/index");
  await expect(buildRelease({ sliceDir, releasesDir: join(project.path, "out") })).rejects.toMatchObject({
    code: "EVENT_FIELD_UNKNOWN",
  });
});
