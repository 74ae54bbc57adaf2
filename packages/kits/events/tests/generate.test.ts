import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { generateEvents } from "../src/build/index.ts";

let slices: string;
beforeEach(async () => {
  slices = await mkdtemp(join(tmpdir(), "sliceway-slices-"));
});
afterEach(() => rm(slices, { recursive: true }));

async function write(path: string, content: unknown): Promise<void> {
  await mkdir(dirname(join(slices, path)), { recursive: true });
  await writeFile(join(slices, path), JSON.stringify(content));
}

async function addSlice(name: string, consumes: Record<string, { reads: string[] }> = {}): Promise<string> {
  await mkdir(join(slices, name, "server/src"), { recursive: true });
  await write(`${name}/slice.json`, { name, owner: "a team", title: { en: name }, events: { consumes } });
  return join(slices, name);
}

const written = {
  title: "notes.Written.v1",
  description: "Somebody has written a note.",
  type: "object",
  required: ["text"],
  properties: { text: { type: "string" }, tags: { type: "array", items: { type: "string" } } },
};

test("what a slice publishes is what lies in contract/events", async () => {
  const sliceDir = await addSlice("notes");
  await write("notes/contract/events/Written.v1.json", written);
  expect(await generateEvents({ sliceDir })).toEqual({
    publishes: { "notes.Written.v1": written },
    consumes: {},
  });
  const module = await readFile(join(sliceDir, "server/src/contract.events.ts"), "utf8");
  expect(module).toContain("text: string;\n    tags?: string[];");
});

test("what a slice reads is what its slice.json names, of published and of retired versions", async () => {
  await addSlice("notes");
  await write("notes/contract/events/Written.v2.json", { ...written, title: "notes.Written.v2" });
  await write("notes/contract/events/retired/Written.v1.json", written);
  const sliceDir = await addSlice("index", {
    "notes.Written.v1": { reads: [] },
    "notes.Written.v2": { reads: ["text"] },
  });
  const contract = await generateEvents({ sliceDir });
  expect(contract?.consumes["notes.Written.v1"]?.properties).toEqual({});
  expect(contract?.consumes["notes.Written.v2"]?.properties).toEqual({ text: { type: "string" } });
  const notes = await generateEvents({ sliceDir: join(slices, "notes") });
  expect(Object.keys(notes?.publishes ?? {})).toEqual(["notes.Written.v2"]);
});

test("a slice that has nothing to do with events gets no module", async () => {
  expect(await generateEvents({ sliceDir: await addSlice("notes") })).toBeNull();
});

test.each([
  ["EVENT_UNKNOWN", { "notes.Erased.v1": { reads: [] } }, "notes.Erased.v1"],
  ["EVENT_FIELD_UNKNOWN", { "notes.Written.v1": { reads: ["text", "title", "tags[].name"] } }, "title, tags"],
])("a slice.json that reads what is not there is refused: %s", async (code, consumes, named) => {
  await addSlice("notes");
  await write("notes/contract/events/Written.v1.json", written);
  const sliceDir = await addSlice("index", consumes);
  await expect(generateEvents({ sliceDir })).rejects.toMatchObject({
    code,
    message: expect.stringContaining(named),
  });
});

test.each([
  ["EVENT_MISNAMED", "Written.v2.json", written],
  ["EVENT_MISNAMED", "written.json", { ...written, title: "notes.written" }],
  ["FILE_INVALID", "Written.v1.json", { ...written, additionalProperties: false }],
  ["FILE_INVALID", "Written.v1.json", { ...written, type: "array" }],
  ["FILE_INVALID", "Written.v1.json", { ...written, required: ["author"] }],
])("a contract that is none is refused: %s", async (code, file, schema) => {
  const sliceDir = await addSlice("notes");
  await write(`notes/contract/events/${file}`, schema);
  await expect(generateEvents({ sliceDir })).rejects.toMatchObject({ code });
});

test("a version is published or retired, not both", async () => {
  const sliceDir = await addSlice("notes");
  await write("notes/contract/events/Written.v1.json", written);
  await cp(join(sliceDir, "contract/events"), join(slices, "copy"), { recursive: true });
  await cp(join(slices, "copy"), join(sliceDir, "contract/events/retired"), { recursive: true });
  await expect(generateEvents({ sliceDir })).rejects.toMatchObject({ code: "EVENT_RETIRED" });
});
