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

beforeAll(async () => {
  site = stack.use(await startSite());
  const other = stack.use(await temporaryFolder());
  const platform = await findPlatform(site.home);
  elsewhere = {
    SLICEWAY_HOME: join(other.path, "home"),
    SLICEWAY_REGISTRY_URL: platform?.registryUrl ?? "",
    SLICEWAY_GATEWAY_URL: site.gatewayUrl,
  };
});
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

const secrets: string[] = [];

// One story: each test goes on where the one before ended.
test("whoever runs the platform need not know of keys: the first deployment makes one", async () => {
  const { code, warned } = await site.sliceway("deploy", "notes");
  expect([code, warned]).toEqual([0, []]);
  const { mode } = await stat(join(site.home, "signing/notes.pem"));
  expect(mode & 0o777).toBe(0o600);
  const { printed } = await site.sliceway("key", "list");
  expect(printed).toEqual([
    expect.stringMatching(/^slice +id +state$/),
    expect.stringMatching(/^notes +k-[0-9a-f]{12} +since \d{4}-\d\d-\d\d$/),
  ]);
});

test("a pipeline elsewhere deploys with a token and a key and nothing else, under its name", async () => {
  const token = await site.sliceway("token", "create", "notes", "--name", "ci-notes", "--days", "30");
  expect(token.printed).toEqual([expect.stringMatching(/^slw_[\w-]{56}$/)]);
  expect(token.warned[0]).toMatch(/^The token ci-notes \(t-\w{12}\) may change releases of notes until 20/);
  const key = await site.sliceway("key", "create", "notes", "--print");
  expect(key.printed).toEqual([expect.stringMatching(/^[\w+/]{64}$/)]);
  secrets.push(token.printed[0] ?? "", key.printed[0] ?? "");

  await edit("by the team");
  const environment = { SLICEWAY_TOKEN: secrets[0] ?? "", SLICEWAY_SIGNING_KEY: secrets[1] ?? "" };
  const { code, warned } = await inPipeline(environment, "deploy", "notes");
  expect([code, warned]).toEqual([0, []]);
  const history = (await inPipeline(environment, "history")).printed.join("\n");
  const keyId = /k-[0-9a-f]{12}/.exec(key.warned[0] ?? "")?.[0];
  expect(history).toMatch(new RegExp(`ci-notes +publish +notes@\\w+ +signed with ${keyId}`));
  expect(history).toMatch(/ci-notes +live +notes@\w+ +notes@\w+/);
  expect(await readdir(elsewhere.SLICEWAY_HOME ?? "")).toEqual(["builds"]);
});

test("it may do nothing else, and is told what is missing", async () => {
  const environment = { SLICEWAY_TOKEN: secrets[0] ?? "" };
  const rollback = await inPipeline(environment, "rollback", "notes");
  expect(rollback.code).toBe(0);
  const minting = await inPipeline(environment, "token", "create", "notes");
  expect([minting.code, minting.warned]).toEqual([
    1,
    [
      "The token ci-notes may change releases of notes, and this needs another right.",
      "Ask an administrator to do it, in the home of the platform or with the token from there.",
    ],
  ]);

  await edit("without a key");
  const unsigned = await inPipeline(environment, "deploy", "notes");
  expect([unsigned.code, unsigned.warned]).toEqual([
    1,
    [
      "There is no key here that releases of notes are signed with.",
      "Set SLICEWAY_SIGNING_KEY to the team's key, or let an administrator run: sliceway key create notes.",
    ],
  ]);
  const strange = { ...environment, SLICEWAY_SIGNING_KEY: printSigningKey(createSigningKey()) };
  const { warned } = await inPipeline(strange, "deploy", "notes");
  expect(warned[0]).toMatch(
    /^Nobody has registered the key k-\w+ that this release of notes is signed with\.$/,
  );
});

test("a team may keep its private key to itself", async () => {
  const own = createSigningKey();
  const added = await site.sliceway("key", "add", "notes", own.publicKey);
  expect(added.printed).toEqual([`The key ${own.id} signs releases of notes.`]);
  const environment = { SLICEWAY_TOKEN: secrets[0] ?? "", SLICEWAY_SIGNING_KEY: printSigningKey(own) };
  expect((await inPipeline(environment, "deploy", "notes", "--preview", "own")).code).toBe(0);
  const { printed } = await site.sliceway("key", "revoke", own.id);
  expect(printed[0]).toBe(`Nothing of notes is published with the key ${own.id} any more.`);
  expect(printed.at(-1)).toMatch(/^ {2}sliceway revoke notes@[0-9a-f]{12}$/);
  await edit("with a revoked key");
  const refused = await inPipeline(environment, "deploy", "notes");
  expect([refused.code, refused.warned[0]]).toEqual([1, expect.stringMatching(/was revoked/)]);
});

test("a revoked token is refused at once, and the list says so", async () => {
  const [, row] = (await site.sliceway("token", "list")).printed;
  const id = /^t-\w+/.exec(row ?? "")?.[0] ?? "";
  expect(row).toMatch(/ci-notes +notes +until \d{4}/);
  await site.sliceway("token", "revoke", id);
  const { code, warned } = await inPipeline({ SLICEWAY_TOKEN: secrets[0] ?? "" }, "rollback", "notes");
  expect([code, warned[0]]).toEqual([1, expect.stringMatching(/^The token ci-notes was revoked/)]);
  expect((await site.sliceway("token", "list")).printed[1]).toMatch(/revoked \d{4}-\d\d-\d\d$/);
});

test("no log and no command line holds a token or a key", async () => {
  const { adminToken, serviceToken } = await readSecrets(homePaths(site.home));
  const logs = (await readdir(join(site.home, "logs"))).map((name) => join(site.home, "logs", name));
  // Where there is no /proc there is nothing to read there.
  const commands = listChildren(join(site.home, "run")).map(({ pid }) => `/proc/${pid}/cmdline`);
  for (const path of [...logs, ...commands]) {
    const text = await readFile(path, "utf8").catch(() => "");
    const found = [adminToken, serviceToken, ...secrets].filter((secret) => text.includes(secret));
    expect([path, found]).toEqual([path, []]);
  }
  expect(logs.length).toBeGreaterThan(2);
});
