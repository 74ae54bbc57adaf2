import { startTestPostgres } from "@sliceway/postgres/testing";
import { createSigningKey, type Deployment, releaseRef, signRelease } from "@sliceway/protocol";
import { createRegistryClient, type RegistryClient } from "@sliceway/protocol/client";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeBuild } from "../src/testing/make-release.ts";
import { startTestRegistry, type TestRegistry } from "../src/testing/start-test-registry.ts";
import { goLive, makeReady, startServer } from "./support/deploy.ts";
import { changed, notes, people } from "./support/sketches.ts";
import { waitForDeployment } from "./support/wait-for-deployment.ts";

const DAY_MS = 24 * 3_600_000;
const stack = new AsyncDisposableStack();
let registry: TestRegistry;

beforeAll(async () => {
  const postgres = stack.use(await startTestPostgres());
  registry = stack.use(await startTestRegistry(postgres));
  await goLive(registry, "people", people);
  const { slice, id } = await goLive(registry, "notes", notes);
  const shown = await registry.client.createDeployment([releaseRef({ slice, id })], {
    preview: { name: "pr-1" },
  });
  await waitForDeployment(registry, shown.id, isOver);
});
afterAll(() => stack.disposeAsync());

/** A client with a new deploy token of these slices. */
async function clientOf(...slices: string[]): Promise<RegistryClient> {
  const { token } = await registry.client.createToken({ slices, name: `ci-${slices.join("-")}` });
  return createRegistryClient({ url: registry.url, token });
}

const isOut = ({ canary }: Deployment) => (canary?.stages.length ?? 0) > 0;
const isOver = ({ state }: Deployment) => state !== "running";

/** Each of its own content. */
let count = 0;
const next = (sketch: typeof notes) => changed(sketch, `serve(${++count})`);
const lacks = (slice: string) => ({
  status: 403,
  code: "RIGHT_MISSING",
  message: expect.stringContaining(`no right to ${slice};`),
  fix: expect.stringMatching(/^Ask an administrator for one that has: sliceway token create [a-z ]+\.$/),
});

describe("a deploy token", () => {
  it("publishes, checks, deploys, rolls back and revokes releases of its slice, under its name", async () => {
    const team = await clientOf("notes");
    const build = await makeBuild("notes", next(notes));
    const { release } = build;
    for (const [path, bytes] of build.files) await team.putFile(release, path, bytes);
    const key = createSigningKey();
    await registry.client.addSigningKey("notes", key.publicKey);
    await team.publish(release, signRelease(release, key));
    await startServer(registry, release);
    expect(await team.check([releaseRef(release)])).toMatchObject({ ok: true });
    const { id } = await team.createDeployment([releaseRef(release)]);
    expect(await waitForDeployment(registry, id, isOver)).toMatchObject({ state: "done", by: "ci-notes" });
    await team.rollback("notes");
    await team.revoke("notes", release.id);
    const entries = await registry.client.listAudit();
    const own = entries.filter(({ who }) => who === "ci-notes").map(({ what }) => what);
    expect(own).toEqual(["revoke", "live", "live", "deploy", "publish"]);
  });

  it("moves canaries and previews of its slice", async () => {
    const team = await clientOf("notes");
    const release = await makeReady(registry, "notes", next(notes));
    const { id } = await team.createDeployment([releaseRef(release)], { canary: { steps: [10] } });
    await waitForDeployment(registry, id, isOut);
    await team.promote("notes", 20);
    await team.rollback("notes");
    await waitForDeployment(registry, id, isOver);
    const preview = await team.createDeployment([releaseRef(release)], { preview: { name: "pr-2" } });
    await waitForDeployment(registry, preview.id, isOver);
    await team.createPreviewLink("pr-2");
    expect(Object.keys((await team.endPreview("pr-2")).previews)).toEqual(["pr-1"]);
  });

  it("is refused whatever belongs to another slice, with the right that is missing", async () => {
    const stranger = await clientOf("people");
    const release = await makeReady(registry, "notes", next(notes));
    const ref = releaseRef(release);
    const attempts = [
      stranger.putFile(release, "web/a.js", Buffer.of()),
      stranger.check([ref]),
      stranger.check([release]),
      stranger.createDeployment([ref]),
      stranger.createDeployment([ref], { canary: { steps: [1] } }),
      stranger.promote("notes"),
      stranger.rollback("notes"),
      stranger.revoke("notes", release.id),
      stranger.createPreviewLink("pr-1"),
      stranger.endPreview("pr-1"),
    ];
    await Promise.all(attempts.map((attempt) => expect(attempt).rejects.toMatchObject(lacks("notes"))));
    const publishing = stranger.publish(release, signRelease(release, createSigningKey()));
    await expect(publishing).rejects.toMatchObject(lacks("notes"));
  });

  it("does not take another's preview that begins at the same moment", async () => {
    const slices = ["people", "notes"] as const;
    const teams = await Promise.all(slices.map((slice) => clientOf(slice)));
    const sketches = { people: next(people), notes: next(notes) };
    const refs = await Promise.all(
      slices.map(async (slice) => releaseRef(await makeReady(registry, slice, sketches[slice]))),
    );
    const names = Array.from({ length: 5 }, (_, index) => `at-once-${index}`);
    for (const name of names) {
      const begun = await Promise.allSettled(
        teams.map((team, index) => team.createDeployment([refs[index] ?? ""], { preview: { name } })),
      );
      expect(begun.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      const refused = begun.find((one) => one.status === "rejected");
      expect(refused?.reason).toMatchObject({ status: 403, code: "RIGHT_MISSING" });
    }
  });

  it("of one slice neither takes another's preview nor moves what was deployed with another slice", async () => {
    const [stranger, both] = [await clientOf("people"), await clientOf("people", "notes")];
    const own = await makeReady(registry, "people", next(people));
    const other = await makeReady(registry, "notes", next(notes));
    const taking = stranger.createDeployment([releaseRef(own)], { preview: { name: "pr-1" } });
    await expect(taking).rejects.toMatchObject(lacks("notes"));

    const set = [releaseRef(own), releaseRef(other)];
    await expect(stranger.createDeployment(set)).rejects.toMatchObject({
      ...lacks("notes"),
      fix: "Ask an administrator for one that has: sliceway token create notes people.",
    });
    const { id } = await both.createDeployment(set, { canary: { steps: [10] } });
    await waitForDeployment(registry, id, isOut);
    await expect(stranger.promote("people")).rejects.toMatchObject(lacks("notes"));
    await expect(stranger.rollback("people")).rejects.toMatchObject(lacks("notes"));
    await both.rollback("people");
  });

  it("is no administrator's and no service's", async () => {
    const team = await clientOf("notes");
    const { revision, live } = await team.getRouting();
    const attempts = [
      team.setRouting({ revision, live: live ?? "" }),
      team.createVector({ notes: "000000000000" }),
      team.reportFailed("notes", "000000000000", "it does not start"),
      team.createToken({ slices: ["notes"], name: "another" }),
      team.listTokens(),
      team.revokeToken("t-000000000000"),
      team.addSigningKey("notes", ""),
      team.revokeSigningKey("k-000000000000"),
    ];
    const refusal = {
      status: 403,
      code: "RIGHT_MISSING",
      message: "The token ci-notes may change releases of notes, and this needs another right.",
    };
    await Promise.all(attempts.map((attempt) => expect(attempt).rejects.toMatchObject(refusal)));
  });
});

describe("the registry", () => {
  it("keeps no token, and tells it once", async () => {
    const { token, ...told } = await registry.client.createToken({ slices: ["notes"], name: "once" });
    expect(await registry.client.listTokens()).toContainEqual(told);
    const client = new Client(registry.config.databaseUrl);
    await client.connect();
    const { rows } = await client.query("select to_jsonb(deploy_token) from deploy_token");
    const audit = await client.query("select to_jsonb(audit) from audit");
    await client.end();
    const kept = JSON.stringify([rows, audit.rows]);
    expect(kept).toContain("once");
    expect(kept).not.toContain(token.slice(-43));
  });

  it("refuses a token from the moment it is revoked, and after its time", async () => {
    const { id, token } = await registry.client.createToken({ slices: ["notes"], name: "short", days: 1 });
    const team = createRegistryClient({ url: registry.url, token });
    const rollingBack = () => team.rollback("nothing").catch((error: unknown) => error);
    expect(await rollingBack()).toMatchObject({ code: "RIGHT_MISSING" });
    registry.passMs(DAY_MS);
    expect(await rollingBack()).toMatchObject({ status: 401, code: "TOKEN_EXPIRED" });
    expect(await registry.client.revokeToken(id)).toMatchObject({
      name: "short",
      revokedAt: expect.any(String),
    });
    expect(await rollingBack()).toMatchObject({
      status: 401,
      code: "TOKEN_REVOKED",
      fix: "Ask an administrator for another: sliceway token create notes.",
    });
    const unknown = registry.client.revokeToken("t-000000000000");
    await expect(unknown).rejects.toMatchObject({ status: 404, code: "TOKEN_ID_UNKNOWN" });
  });

  it("knows a token by all of it", async () => {
    const { token } = await registry.client.createToken({ slices: ["notes"], name: "whole" });
    const other = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    for (const wrong of [other, token.slice(0, -1), "slw_", "nothing"]) {
      const attempt = createRegistryClient({ url: registry.url, token: wrong }).rollback("notes");
      await expect(attempt).rejects.toMatchObject({ status: 401, code: "TOKEN_UNKNOWN" });
    }
  });

  it.each([
    { slices: [], name: "ci" },
    { slices: ["notes"], name: "administrator" },
    { slices: ["notes"], name: "a b" },
    { slices: ["notes"], name: "ci", days: 0 },
    { slices: ["notes"], name: "ci", days: 1000 },
  ])("makes no token such as %j", async (request) => {
    await expect(registry.client.createToken(request)).rejects.toMatchObject({ status: 400 });
  });
});
