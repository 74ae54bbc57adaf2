import { rm } from "node:fs/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { chromiumArguments, findChromium } from "@sliceway/chromium";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { noNotes, notes, notesBy, notesWithoutPeople } from "./answers.ts";
import { type BuiltSite, buildSite, RELEASE, VECTOR } from "./build-site.ts";
import { sendTampered } from "./faults.ts";
import { type OpenPage, openPage } from "./open-page.ts";
import { type Site, startSite } from "./start-site.ts";

let built: BuiltSite;
let browser: Browser;
let site: Site;
let opened: OpenPage;
let page: Page;

beforeAll(async () => {
  built = await buildSite();
  browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments() });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await rm(built.dir, { recursive: true, force: true });
});

beforeEach(async () => {
  site = await startSite(built);
  site.answers.NotesPage = ({ after }) => notes(after);
  site.answers.AuthorPage = () => notesBy(2);
  opened = await openPage(browser);
  page = opened.page;
});

afterEach(async () => {
  await opened[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

describe("a page that the browser opens", () => {
  test("shows the route's remote with another slice's slot in it, and offends no policy", async () => {
    await page.goto(site.url);
    const badge = page.getByText("Alice (@alice)").first();
    await badge.waitFor();
    expect(await badge.evaluate((node) => getComputedStyle(node).color)).toBe("rgb(12, 34, 56)");
    expect(await page.title()).toBe("Notes · Sliceway");
    expect(opened.complaints).toEqual([]);
  });

  test("takes the first answer from the page and never shows a skeleton for it", async () => {
    await page.addInitScript(recordSkeletons);
    await page.goto(site.url);
    await page.getByText("First").waitFor();
    expect(site.asked).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.dataset.skeletons)).toBeUndefined();
  });

  test("asks at its vector where the page brought no answer", async () => {
    site.answers.NotesPage = (_, request) => request && notes();
    await page.goto(site.url);
    await page.getByText("First").waitFor();
    expect(site.asked.map(({ name, headers }) => [name, headers["x-sliceway-vector"]])).toEqual([
      ["NotesPage", VECTOR],
    ]);
  });

  test("offers what the vector offers to this viewer", async () => {
    await page.goto(site.url);
    const links = page.getByRole("navigation").getByRole("link");
    await links.first().waitFor();
    expect(await links.allTextContents()).toEqual(["Notes"]);

    site.viewer = { id: "p1", handle: "alice" };
    await page.reload();
    await page.getByRole("link", { name: "Mine" }).click();
    await page.getByRole("heading", { name: "2 notes by alice" }).waitFor();
  });

  test("says in its own words that there is no such page", async () => {
    await page.goto(`${site.url}/nowhere`);
    await page.getByText("There is nothing at this address").waitFor();
    expect(await page.title()).toBe("Page not found · Sliceway");
  });
});

describe("within a page", () => {
  test("a link moves title, focus and variables along", async () => {
    await page.goto(site.url);
    await page.getByRole("link", { name: "Alice's" }).click();
    await page.getByRole("heading", { name: "2 notes by alice" }).waitFor();
    expect(await page.title()).toBe("Author · Sliceway");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    expect(site.asked).toMatchObject([{ name: "AuthorPage", variables: { handle: "alice" } }]);
  });

  test("a connection grows by its next page", async () => {
    await page.goto(site.url);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByText("Third").waitFor();
    expect(
      await page
        .getByRole("listitem")
        .filter({ hasText: /First|Second|Third/ })
        .count(),
    ).toBe(3);
    expect(await page.getByRole("button", { name: "More" }).count()).toBe(0);
  });

  test("language and theme change and stay", async () => {
    await page.goto(site.url);
    await page.getByRole("button", { name: "Language and theme" }).click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    await page.getByRole("button", { name: "Language and theme" }).click();
    await page.getByRole("menuitemradio", { name: "한국어" }).click();
    await page.getByRole("link", { name: "메모", exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    await page.getByRole("link", { name: "Alice's" }).click();
    await page.getByText("alice님의 메모 2개").waitFor();
  });

  test("tells at once and each minute, by one name, that it holds on to its vector", async () => {
    await page.clock.install();
    await page.goto(site.url);
    await page.getByText("First").waitFor();
    await expect.poll(() => site.pins.length).toBe(1);
    await page.clock.runFor(61_000);
    await expect.poll(() => site.pins.length).toBe(2);
    expect(site.pins.map(({ vector }) => vector)).toEqual([VECTOR, VECTOR]);
    expect(new Set(site.pins.map(({ page }) => page)).size).toBe(1);
  });
});

describe("when a slice is away", () => {
  test("its part says so, the rest is there, and it comes back by itself", async () => {
    site.answers.NotesPage = () => notesWithoutPeople();
    await page.goto(site.url);
    await page.getByText("No name right now").first().waitFor();
    expect(await page.getByText("First").isVisible()).toBe(true);
    site.answers.NotesPage = () => notes();
    await page.getByText("Alice (@alice)").first().waitFor();
  });

  test("the slice of the page itself comes back as well", async () => {
    site.answers.NotesPage = () => noNotes();
    await page.goto(site.url);
    await page.getByText("No notes right now").waitFor();
    site.answers.NotesPage = () => notes();
    await page.getByText("First").waitFor();
  });

  test("a gateway without an answer costs the page, not the frame, until it answers", async () => {
    site.answers.AuthorPage = () => null;
    await page.goto(site.url);
    await page.getByRole("link", { name: "Alice's" }).click();
    await page.getByText("Not available right now").waitFor();
    expect(await page.getByRole("navigation").isVisible()).toBe(true);
    site.answers.AuthorPage = () => notesBy(1);
    await page.getByRole("heading", { name: "1 note by alice" }).waitFor();
  });
});

describe("what is on screen", () => {
  test("stays while the gateway gives no answer to a second question", async () => {
    await page.goto(site.url);
    await page.getByRole("link", { name: "Alice's" }).click();
    await page.getByRole("heading", { name: "2 notes by alice" }).waitFor();
    const before = site.asked.length;
    site.answers.NotesPage = () => null;
    await page.getByRole("link", { name: "Notes" }).click();
    await page.getByText("First").waitFor();
    // A third attempt proves that the page has taken note of two failures.
    await expect.poll(() => site.asked.length, { timeout: 10_000 }).toBeGreaterThan(before + 2);
    expect(await page.getByText("First").isVisible()).toBe(true);
  });
});

describe("code that does not belong to the vector", () => {
  const chunk = `/s/people/${RELEASE}/__federation_expose_components__PersonBadge.js`;

  test("is not run, costs its slot only, and the right code is taken up later", async () => {
    site.faults.set(chunk, sendTampered);
    await page.goto(site.url);
    await page.getByText("This part could not be loaded").first().waitFor();
    expect(await page.getByText("First").isVisible()).toBe(true);
    expect(await page.title()).toBe("Notes · Sliceway");
    site.faults.delete(chunk);
    await page.getByRole("button", { name: "Try again" }).first().click();
    await page.getByText("Alice (@alice)").first().waitFor();
  });

  test("is not run where it is a remote's entry either", async () => {
    site.faults.set(`/s/notes/${RELEASE}/remoteEntry.js`, sendTampered);
    await page.goto(site.url);
    await page.getByRole("button", { name: "Try again" }).waitFor();
    expect(await page.getByRole("navigation").isVisible()).toBe(true);
    expect(await page.title()).toBe("Notes · Sliceway");
  });
});

describe("a mutation", () => {
  const added = { data: { addNote: { __typename: "Note", id: "n9", text: "Water the plants" } } };

  test("without an answer is repeated under the same key", async () => {
    let calls = 0;
    site.answers.AddNote = () => (++calls < 3 ? null : added);
    await page.goto(site.url);
    await page.getByRole("button", { name: "Add" }).click();
    await page.locator("output", { hasText: "Water the plants" }).waitFor();
    const keys = site.asked.map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  test("whose slice fell silent is repeated under the same key too", async () => {
    const silent = { message: "away", path: ["addNote"], extensions: { code: "SLICE_UNAVAILABLE" } };
    let calls = 0;
    site.answers.AddNote = () => (++calls < 2 ? { data: null, errors: [silent] } : added);
    await page.goto(site.url);
    await page.getByRole("button", { name: "Add" }).click();
    await page.locator("output", { hasText: "Water the plants" }).waitFor();
    const keys = site.asked.map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  test("at a vector that is gone leads to a new page", async () => {
    site.answers.AddNote = (_, request) => {
      request?.res?.status(409);
      return { errors: [{ message: "This version is served no longer" }] };
    };
    await page.goto(site.url);
    await page.getByRole("button", { name: "Add" }).click();
    const reloaded = page.waitForEvent("load");
    await page.getByRole("button", { name: "Reload" }).click();
    await reloaded;
  });
});

/** Runs in the page: notes on <html> that a skeleton was drawn, however briefly. */
function recordSkeletons(): void {
  new MutationObserver(() => {
    const skeleton = document.querySelector("[aria-busy=true]");
    if (skeleton) document.documentElement.dataset.skeletons = skeleton.outerHTML;
  }).observe(document, { childList: true, subtree: true });
}
