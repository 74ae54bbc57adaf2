import { startTestPostgres } from "@sliceway/postgres/testing";
import { vectorId } from "@sliceway/protocol";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publish } from "../src/testing/publish-build.ts";
import { startTestRegistry, type TestRegistry } from "../src/testing/start-test-registry.ts";
import { notes, people } from "./support/sketches.ts";

const stack = new AsyncDisposableStack();
let registry: TestRegistry;

beforeAll(async () => {
  const postgres = stack.use(await startTestPostgres());
  registry = stack.use(await startTestRegistry(postgres));
});
afterAll(() => stack.disposeAsync());

it("is made of releases, stored, and the same the next time", async () => {
  const { client, service } = registry;
  const releases = {
    notes: (await publish(client, "notes", notes)).id,
    people: (await publish(client, "people", people)).id,
  };
  const vector = await service.createVector(releases);
  expect(vector.id).toBe(vectorId(releases));
  expect(vector.operations[0]?.text).toContain("fragment Byline_user on User");
  expect(await service.createVector(releases)).toEqual(vector);
  expect(await client.getVector(vector.id)).toEqual(vector);
});

it("is refused with slice, release, operation, file and line of each problem", async () => {
  const { client } = registry;
  const wrong = { ...notes, operations: ["query NotePage {\n  note {\n    gone\n  }\n}"] };
  const releases = {
    notes: (await publish(client, "notes", wrong)).id,
    people: (await publish(client, "people", { ...people, files: { "server/a.mjs": "" } })).id,
  };
  await expect(client.createVector(releases)).rejects.toMatchObject({
    status: 422,
    code: "VECTOR_INVALID",
    problems: [
      {
        code: "OPERATION_INVALID",
        slice: "notes",
        release: releases.notes,
        operation: "NotePage",
        file: "web/src/NotePage.graphql",
        line: 3,
        message: 'Cannot query field "gone" on type "Note".',
      },
    ],
  });
  await expect(client.getVector(vectorId(releases))).rejects.toMatchObject({
    status: 404,
    code: "VECTOR_UNKNOWN",
  });
});

it("is not made of what is not published", async () => {
  await expect(registry.client.createVector({ notes: "000000000000" })).rejects.toMatchObject({
    problems: [{ code: "RELEASE_UNKNOWN", slice: "notes", release: "000000000000" }],
  });
});
