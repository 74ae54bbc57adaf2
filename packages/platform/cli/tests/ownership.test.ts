import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { createSigningKey, printSigningKey } from "@sliceway/protocol";
import { findPlatform, homePaths, listChildren, readSecrets } from "@sliceway/runtime";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { run } from "../src/run.ts";
import { recordingIo } from "../src/testing/recording-io.ts";
import { temporaryFolder } from "../src/testing/temporary-folder.ts";
import { inSlice, NOTES } from "./support/notes.ts";
import { type Outcome, type Site, startSite } from "./support/start-site.ts";

// They build and deploy, and machines differ.
vi.setConfig({ testTimeout: 120_000 });

const stack = new AsyncDisposableStack();
let site: Site;
/** As set in a pipeline on another machine: what it has of the platform. */
let elsewhere: Record<string, string>;
/** By the administrator, before anybody has made a key. */
let firstDeployment: Outcome;
let firstKeys: Outcome;
/** What the administrator has made for the pipeline. */
let token: Outcome;
let key: Outcome;

beforeAll(async () => {
  site = stack.use(await startSite());
  const other = stack.use(await temporaryFolder());
  const platform = await findPlatform(site.home);
  elsewhere = {
    SLICEWAY_HOME: join(other.path, "home"),
    SLICEWAY_REGISTRY_URL: platform?.registryUrl ?? "",
    SLICEWAY_GATEWAY_URL: site.gatewayUrl,
  };
  firstDeployment = await site.sliceway("deploy", "notes");
  firstKeys = await site.sliceway("key", "list");
  token = await site.sliceway("token", "create", "notes", "--name", "ci-notes", "--days", "30");
  key = await site.sliceway("key", "create", "notes", "--print");
}, 240_000);
afterAll(() => stack.disposeAsync());

async function inPipeline(secrets: Record<string, string>, ...argv: string[]): Promise<Outcome> {
  const io = recordingIo({ cwd: site.project.path, env: { ...elsewhere, ...secrets } });
  return { ...io, code: await run(argv, io) };
}

/** Another content, so another release. */
async function edit(text: string): Promise<void> {
  const main = NOTES["server/src/main.ts"].replace('"one"', `"${text}"`);
  await site.project.write(inSlice("notes", { "server/src/main.ts": main }));
}

/** The pipeline's settings. */
const withToken = () => ({ SLICEWAY_TOKEN: token.printed[0] ?? "" });
const withBoth = () => ({ ...withToken(), SLICEWAY_SIGNING_KEY: key.printed[0] ?? "" });

test("whoever runs the platform need not know of keys: the first deployment makes one", async () => {
  expect([firstDeployment.code, firstDeployment.warned]).toEqual([0, []]);
  const { mode } = await stat(join(site.home, "signing/notes.pem"));
  expect(mode & 0o777).toBe(0o600);
  expect(firstKeys.printed).toEqual([
    expect.stringMatching(/^slice +id +state$/),
    expect.stringMatching(/^notes +k-[0-9a-f]{12} +since \d{4}-\d\d-\d\d$/),
  ]);
});

test("a pipeline elsewhere deploys with a token and a key and nothing else, under its name", async () => {
  expect(token.printed).toEqual([expect.stringMatching(/^slw_[\w-]{56}$/)]);
  expect(token.warned[0]).toMatch(/^The token ci-notes \(t-\w{12}\) may change releases of notes until 20/);
  expect(key.printed).toEqual([expect.stringMatching(/^[\w+/]{64}$/)]);

  await edit("by the team");
  const { code, warned } = await inPipeline(withBoth(), "deploy", "notes");
  expect([code, warned]).toEqual([0, []]);
  const history = (await inPipeline(withBoth(), "history")).printed.join("\n");
  const keyId = /k-[0-9a-f]{12}/.exec(key.warned[0] ?? "")?.[0];
  expect(history).toMatch(new RegExp(`ci-notes +publish +notes@\\w+ +signed with ${keyId}`));
  expect(history).toMatch(/ci-notes +live +notes@\w+ +notes@\w+/);
  expect(await readdir(elsewhere.SLICEWAY_HOME ?? "")).toEqual(["builds"]);
});

test("it may do nothing else, and is told what is missing", async () => {
  await edit("to be taken back");
  expect((await inPipeline(withBoth(), "deploy", "notes")).code).toBe(0);
  const rollback = await inPipeline(withToken(), "rollback", "notes");
  expect(rollback.code).toBe(0);
  const minting = await inPipeline(withToken(), "token", "create", "notes");
  expect([minting.code, minting.warned]).toEqual([
    1,
    [
      expect.stringContaining("may change releases of notes, and this needs another right."),
      "Ask an administrator to do it, in the home of the platform or with the token from there.",
    ],
  ]);

  await edit("without a key");
  const unsigned = await inPipeline(withToken(), "deploy", "notes");
  expect([unsigned.code, unsigned.warned]).toEqual([
    1,
    [
      expect.stringContaining("There is no key here that releases of notes are signed with."),
      "Set SLICEWAY_SIGNING_KEY to the team's key, or let an administrator run: sliceway key create notes.",
    ],
  ]);
  const strange = { ...withToken(), SLICEWAY_SIGNING_KEY: printSigningKey(createSigningKey()) };
  const { warned } = await inPipeline(strange, "deploy", "notes");
  expect(warned[0]).toMatch(
    /^Nobody has registered the key k-\w+ that this release of notes is signed with\. /,
  );
});

test("a team may keep its private key to itself", async () => {
  const own = createSigningKey();
  const added = await site.sliceway("key", "add", "notes", own.publicKey);
  expect(added.printed).toEqual([`The key ${own.id} signs releases of notes.`]);
  const environment = { ...withToken(), SLICEWAY_SIGNING_KEY: printSigningKey(own) };
  await edit("with a key of their own");
  expect((await inPipeline(environment, "deploy", "notes", "--preview", "own")).code).toBe(0);
  const { printed } = await site.sliceway("key", "revoke", own.id);
  expect(printed[0]).toBe(`Nothing of notes is published with the key ${own.id} any more.`);
  expect(printed.at(-1)).toMatch(/^ {2}sliceway revoke notes@[0-9a-f]{12}$/);
  await edit("with a revoked key");
  const refused = await inPipeline(environment, "deploy", "notes");
  expect([refused.code, refused.warned[0]]).toEqual([1, expect.stringMatching(/was revoked/)]);
});

test("a revoked token is refused at once, and the list says so", async () => {
  const leaked = await site.sliceway("token", "create", "notes", "--name", "ci-leaked", "--days", "30");
  const rowOf = async () =>
    (await site.sliceway("token", "list")).printed.find((row) => row.includes("ci-leaked")) ?? "";
  const row = await rowOf();
  const id = /^t-\w+/.exec(row)?.[0] ?? "";
  expect(row).toMatch(/ci-leaked +notes +until \d{4}/);
  await site.sliceway("token", "revoke", id);
  const environment = { SLICEWAY_TOKEN: leaked.printed[0] ?? "" };
  const { code, warned } = await inPipeline(environment, "rollback", "notes");
  expect([code, warned[0]]).toEqual([1, expect.stringMatching(/^The token ci-leaked was revoked/)]);
  expect(await rowOf()).toMatch(/revoked \d{4}-\d\d-\d\d$/);
});

test("no log and no command line holds a token or a key", async () => {
  const { adminToken, serviceToken } = await readSecrets(homePaths(site.home));
  const logs = (await readdir(join(site.home, "logs"))).map((name) => join(site.home, "logs", name));
  // Where there is no /proc there is nothing to read there.
  const commands = listChildren(join(site.home, "run")).map(({ pid }) => `/proc/${pid}/cmdline`);
  for (const path of [...logs, ...commands]) {
    const text = await readFile(path, "utf8").catch(() => "");
    const given = Object.values(withBoth());
    const found = [adminToken, serviceToken, ...given].filter((secret) => text.includes(secret));
    expect([path, found]).toEqual([path, []]);
  }
  expect(logs.length).toBeGreaterThan(2);
});
