import { expect, type Page, type Route } from "@playwright/test";
import type { DevEnv } from "@sliceway/dev-env";
import type { Release } from "@sliceway/protocol";
import { newcomer, type Person, postOf, writePost } from "../src/steps.ts";
import { test } from "../src/test.ts";
import {
  buildOtherShell,
  buildThrowingAtStart,
  buildThrowingCard,
  buildThrowingShell,
  buildWithWord,
} from "../src/variants.ts";

const ENTRY = "remoteEntry.js";
const POST_PAGE = "__federation_expose_pages__PostPage.js";
const DRAFT = "Not sent yet";

const faults: [name: string, file: string, fault: (route: Route) => Promise<unknown>][] = [
  ["an entry that is not there", ENTRY, (route) => route.fulfill({ status: 404 })],
  ["an entry that the server cannot give", ENTRY, (route) => route.fulfill({ status: 500 })],
  ["an entry that hangs", ENTRY, hang],
  ["an entry that was tampered with", ENTRY, tamper],
  ["a chunk that is not there", POST_PAGE, (route) => route.fulfill({ status: 404 })],
  ["a chunk that the server cannot give", POST_PAGE, (route) => route.fulfill({ status: 500 })],
  ["a chunk that hangs", POST_PAGE, hang],
  ["a chunk that was tampered with", POST_PAGE, tamper],
];

// Tabs that stay open go on asking for news.
test.afterEach(({ browser }) => Promise.all(browser.contexts().map((context) => context.close())));

test.describe("a release with another word on its button", () => {
  let applause: Release;
  test.beforeAll(async ({ env }) => {
    applause = await buildWithWord("Applaud");
    await makeLive(env, applause);
  });
  test.afterAll(({ env }) => goBack(env));

  for (const [name, file, fault] of faults) {
    test(`${name} leads to the rollback vector with what was typed`, async ({ browser, env }) => {
      const alice = await newcomer(browser, "alice", env.gatewayUrl);
      await writePost(alice, "Before the fault");
      await expect(buttonOf(alice, "Applaud")).toBeVisible();
      await composer(alice).fill(DRAFT);
      const known = await countCrashes(env, applause);

      await alice.page.route(`**/s/posts/${applause.id}/${file}`, fault);
      if (file === ENTRY) await alice.page.reload({ waitUntil: "commit" });
      else await openPost(alice, "Before the fault");

      await expectRollback(alice, env);
      expect(await countCrashes(env, applause)).toBe(known + 1);
    });
  }
});

test("a module that throws when it starts leads to the rollback vector", async ({ browser, env }) => {
  const alice = await newcomer(browser, "alice", env.gatewayUrl);
  await writePost(alice, "Before the fault");
  await composer(alice).fill(DRAFT);
  const release = await buildThrowingAtStart();
  const known = await countCrashes(env, release);
  await makeLive(env, release);
  await alice.page.reload();
  await expectRollback(alice, env);
  expect(await countCrashes(env, release)).toBe(known + 1);
  await goBack(env);
});

test("a component that throws while it is drawn leads to the rollback vector", async ({ browser, env }) => {
  const alice = await newcomer(browser, "alice", env.gatewayUrl);
  await writePost(alice, "Before the fault");
  await composer(alice).fill(DRAFT);
  const release = await buildThrowingCard();
  const known = await countCrashes(env, release);
  await makeLive(env, release);
  await alice.page.reload();
  await expectRollback(alice, env);
  expect(await countCrashes(env, release)).toBe(known + 1);
  await goBack(env);
});

test("a revoked release is left at once, and two releases live in one page", async ({ browser, env }) => {
  const [cheer, clap] = [await buildWithWord("Cheer"), await buildWithWord("Clap")];
  await makeLive(env, cheer);
  const alice = await newcomer(browser, "alice", env.gatewayUrl);
  await writePost(alice, "Cheered");
  await buttonOf(alice, "Cheer").click();
  await expect(buttonOf(alice, "Cheer")).toHaveAttribute("aria-pressed", "true");
  await alice.page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
  await composer(alice).pressSequentially(DRAFT);

  await makeLive(env, clap);
  await env.registry.revoke("posts", cheer.id);
  await expect(buttonOf(alice, "Clap")).toBeVisible();
  await expect(composer(alice)).toHaveValue(DRAFT);
  await expect(composer(alice)).toBeFocused();
  await composer(alice).pressSequentially(" but now");
  await alice.page.getByRole("button", { name: "Post", exact: true }).click();
  await expect(postOf(alice.page, `${DRAFT} but now`)).toBeVisible();
  await postOf(alice.page, `${DRAFT} but now`).getByRole("button", { name: "Clap" }).click();

  const { containers, sameDocument } = await alice.page.evaluate(() => ({
    containers: Object.keys(globalThis).filter((name) => name.startsWith("posts__")),
    sameDocument: "sameDocument" in globalThis,
  }));
  expect(containers.sort()).toEqual([`posts__${cheer.id}`, `posts__${clap.id}`].sort());
  expect(sameDocument).toBe(true);
  await goBack(env);
});

const shells: [
  name: string,
  build: () => Promise<Release>,
  breakIt: (page: Page, id: string) => Promise<unknown>,
][] = [
  [
    "a shell that is not there",
    buildOtherShell,
    (page, id) => page.route(`**/s/shell/${id}/main.js`, (route) => route.fulfill({ status: 404 })),
  ],
  [
    "a shell that was tampered with",
    buildOtherShell,
    (page, id) => page.route(`**/s/shell/${id}/main.js`, tamper),
  ],
  ["a shell that throws while it is drawn", buildThrowingShell, async () => null],
];

for (const [name, build, breakIt] of shells) {
  test(`${name} gives way to the one before`, async ({ env, page }) => {
    const shell = await build();
    await makeLive(env, shell);
    const crashes = await countCrashes(env, shell);
    await breakIt(page, shell.id);
    await page.goto("/");
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Skip to content" })).toBeAttached();
    expect(await page.title()).not.toBe("taken over");
    expect((await countCrashes(env, shell)) - crashes).toBe(1);
    await goBack(env, "shell");
  });
}

function hang(): Promise<void> {
  return new Promise(() => undefined);
}

function tamper(route: Route): Promise<void> {
  return route.fulfill({ contentType: "text/javascript", body: "document.title = 'taken over';" });
}

const composer = ({ page }: Person) => page.getByRole("textbox").first();

const buttonOf = ({ page }: Person, word: string) =>
  page.getByRole("article").first().getByRole("button", { name: word });

async function openPost({ page }: Person, text: string): Promise<void> {
  await postOf(page, text)
    .getByRole("link", { name: /comment/i })
    .click();
}

/** UI and API of posts are those before; what was typed is there; the rest works. */
async function expectRollback(person: Person, env: DevEnv): Promise<void> {
  const { page } = person;
  await expect(postOf(page, "Before the fault")).toBeVisible();
  await page.getByRole("link", { name: "Feed", exact: true }).click();
  await expect(buttonOf(person, "Like")).toBeVisible();
  await expect(composer(person)).toHaveValue(DRAFT);
  await expect(page.getByRole("button", { name: "Your account" })).toBeVisible();
  const { rollback } = await env.registry.getRouting();
  const vector = await vectorOfNext(page, () => buttonOf(person, "Like").click());
  expect(vector).toBe(rollback.posts?.vector);
  await expect(buttonOf(person, "Like")).toHaveAttribute("aria-pressed", "true");
}

async function vectorOfNext(page: Page, act: () => Promise<void>): Promise<string | undefined> {
  const request = page.waitForRequest((one) => "idempotency-key" in one.headers());
  await act();
  return (await request).headers()["x-sliceway-vector"];
}

async function makeLive(env: DevEnv, release: Release): Promise<void> {
  expect(await env.deploy(release)).toMatchObject({ state: "done", problems: [] });
}

/** To what was live at first: other tests begin there. */
async function goBack(env: DevEnv, slice = "posts"): Promise<void> {
  for (const release of env.releases) if (release.slice === slice) await makeLive(env, release);
}

/** Pages that said that this release's code failed in them. */
async function countCrashes({ gatewayUrl }: DevEnv, { id }: Release): Promise<number> {
  const metrics = await (await fetch(`${gatewayUrl}/metrics`)).text();
  const counts = metrics.matchAll(
    new RegExp(`^gateway_page_crashes_total\\{.*release="${id}".*\\} (\\d+)$`, "gm"),
  );
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}
