import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { makeVector } from "./support/make-vector.ts";
import { PEOPLE } from "./support/people-and-notes.ts";
import { startTestGateway, type TestGateway } from "./support/start-test-gateway.ts";

const vector = makeVector({ people: PEOPLE });
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway();
  await gateway.serve(vector, []);
});
afterAll(() => gateway[Symbol.asyncDispose]());

it("bundles itself when first asked for, and names no address but its own", async () => {
  const page = async () => (await fetch(`${gateway.url}/explorer`)).text();
  expect(await page()).toContain("is being bundled");
  await vi.waitFor(async () => expect(await page()).toContain("explorer-vectors"), {
    timeout: 60_000,
    interval: 200,
  });
  const html = await page();
  expect(html).toContain(`"id":"${vector.id}","live":true`);
  expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
  const assets = ["main.js", "main.css", "graphql.worker.js", "json.worker.js", "editor.worker.js"];
  for (const asset of assets)
    expect((await fetch(`${gateway.url}/explorer/assets/${asset}`)).status).toBe(200);
});

it("is only for those with a grant", async () => {
  await using strict = await startTestGateway({ localExplorer: false });
  await strict.serve(vector, []);
  expect((await fetch(`${strict.url}/explorer`)).status).toBe(403);
});
