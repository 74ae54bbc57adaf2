import { rm } from "node:fs/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { chromiumArguments, findChromium } from "@sliceway/chromium";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { notes, notesBy } from "./answers.ts";
import { type BuiltSite, buildSite, EARLIER, EARLIER_VECTOR, RELEASE, VECTOR } from "./build-site.ts";
import { hang, sendError, sendNotFound, sendTampered } from "./faults.ts";
import { type OpenPage, openPage } from "./open-page.ts";
import { type Answer, type Site, startSite } from "./start-site.ts";

const OTHER_SHELL = "v-222222222222";
const added = { data: { addNote: { __typename: "Note", id: "n9", text: "Dear diary" } } };
const BADGE_CHUNK = "__federation_expose_components__PersonBadge.js";

let built: BuiltSite;
let browser: Browser;
let site: Site;
let opened: OpenPage;
let page: Page;

beforeAll(async () => {
  built = await buildSite();
  const otherShell = built.slices[VECTOR]?.map((one) =>
    one.role === "shell" ? { ...one, release: "222222222222" } : one,
  );
  built.slices[OTHER_SHELL] = otherShell ?? [];
  browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments() });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await rm(built.dir, { recursive: true, force: true });
});

beforeEach(async () => {
  site = await startSite(built);
  site.answers = {
    NotesPage: ({ after }) => notes(after),
    AuthorPage: () => notesBy(2),
    AddNote: () => added,
  };
  site.whereTo = rollback;
  opened = await openPage(browser);
  page = opened.page;
});

afterEach(async () => {
  await opened[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

const note = () => page.getByRole("textbox", { name: "Note" });
const heading = (name: string) => page.getByRole("heading", { name, exact: true });
const openedAgain = () => page.evaluate(() => performance.getEntriesByType("navigation")[0]?.toJSON().type);
const asset = (slice: string, file: string, release = RELEASE) => `/s/${slice}/${release}/${file}`;

describe("code that fails", () => {
  test.each([
    ["an entry that is not there", "remoteEntry.js", sendNotFound, "load"],
    ["an entry that the server cannot give", "remoteEntry.js", sendError, "load"],
    ["an entry with other bytes", "remoteEntry.js", sendTampered, "integrity"],
    ["an entry that does not come", "remoteEntry.js", hang, "load"],
    ["a chunk that is not there", "__federation_expose_pages__NotesPage.js", sendNotFound, "chunk"],
    ["a chunk with other bytes", "__federation_expose_pages__NotesPage.js", sendTampered, "integrity"],
    ["a chunk that does not come", "__federation_expose_pages__NotesPage.js", hang, "chunk"],
  ])("%s leads to the release before, UI and API", async (_, file, fault, kind) => {
    site.faults.set(asset("notes", file), fault);
    await page.goto(site.url, { waitUntil: "commit" });
    await heading("All my notes").waitFor();
    await page.getByRole("button", { name: "More" }).click();
    await page.getByText("Third").waitFor();
    expect(site.asked.map(({ headers }) => headers["x-sliceway-vector"])).toEqual([EARLIER_VECTOR]);
    expect(site.beacons).toMatchObject([{ vector: VECTOR, slice: "notes", release: RELEASE, kind }]);
    expect(await page.getByText("Alice (@alice)").count()).toBe(3);
  });

  test("a style that is not there is a part of the code that is not there", async () => {
    site.faults.set(asset("people", BADGE_CHUNK.replace(/js$/, "css")), sendNotFound);
    await page.goto(site.url);
    await page.getByText("This part could not be loaded").first().waitFor();
    expect(site.beacons).toMatchObject([{ slice: "people", release: RELEASE, kind: "chunk" }]);
    expect(await heading("All notes").isVisible()).toBe(true);
  });

  test("a module that throws when it starts leads away, and what was typed stays", async () => {
    await page.goto(site.url);
    await note().fill("Dear diary");
    await page.goto(`${site.url}/help`);
    await heading("How to write notes").waitFor();
    expect(site.beacons).toMatchObject([
      { slice: "notes", kind: "load", message: expect.stringContaining("no texts") },
    ]);
    await page.getByRole("link", { name: "Notes" }).click();
    await heading("All my notes").waitFor();
    expect(await note().inputValue()).toBe("Dear diary");
  });

  test("a component that throws while it is drawn leads away; both releases live in the page", async () => {
    await page.goto(site.url);
    await note().fill("Dear diary");
    await goTo("/by/@mallory");
    await heading("2 notes by mallory").waitFor();
    expect(site.beacons).toMatchObject([
      { slice: "notes", kind: "render", message: expect.stringContaining("Mallory") },
    ]);
    await page.getByRole("link", { name: "Notes" }).click();
    await heading("All my notes").waitFor();
    expect(await note().inputValue()).toBe("Dear diary");
    expect(await openedAgain()).toBe("navigate");

    site.whereTo = () => VECTOR;
    site.answers.AuthorPage = goneAt(EARLIER_VECTOR, () => notesBy(2));
    await page.getByRole("link", { name: "Alice's" }).click();
    await heading("2 notes by alice").waitFor();
    await page.getByRole("link", { name: "Notes" }).click();
    await heading("All notes").waitFor();
    const containers = await page.evaluate(() =>
      Object.keys(window).filter((name) => name.startsWith("notes__")),
    );
    expect(containers.sort()).toEqual([`notes__${RELEASE}`, `notes__${EARLIER}`]);
  });

  test("in both releases costs its part only, and the page goes nowhere", async () => {
    for (const release of [RELEASE, EARLIER])
      site.faults.set(asset("notes", "remoteEntry.js", release), sendNotFound);
    await page.goto(site.url);
    await page.getByRole("button", { name: "Try again" }).waitFor();
    expect(await page.getByRole("navigation").isVisible()).toBe(true);
    expect(await page.getByText("nobody").isVisible()).toBe(true);
    expect(site.beacons.map(({ release }) => release)).toEqual([RELEASE, EARLIER]);
    expect(site.boots).toBe(2);
  });

  test("with nowhere to go is led away as soon as there is somewhere", async () => {
    await page.clock.install();
    site.whereTo = () => null;
    await goToMallory();
    await page.getByRole("button", { name: "Try again" }).waitFor();
    site.whereTo = rollback;
    await page.clock.runFor(15_000);
    await heading("2 notes by mallory").waitFor();
    expect(site.beacons).toHaveLength(1);
  });

  test("the shell being another one there, the whole page is loaded anew, three times a minute at most", async () => {
    const cookies: string[] = [];
    page.on("request", async (request) => {
      if (request.isNavigationRequest()) cookies.push((await request.allHeaders()).cookie ?? "");
    });
    site.whereTo = () => OTHER_SHELL;
    await page.goto(site.url);
    await note().fill("Dear diary");
    await page.goto(`${site.url}/by/@mallory`);
    await page.getByRole("button", { name: "Try again" }).waitFor();
    const named = `avoid=notes@${RELEASE}`;
    await expect.poll(() => cookies).toEqual(["", "", named, named, named]);
    await page.getByRole("link", { name: "Notes" }).click();
    expect(await note().inputValue()).toBe("Dear diary");
  });
});

describe("a vector that is served no longer", () => {
  test("is left without a word; place, cursor and what was typed stay", async () => {
    await page.setViewportSize({ width: 600, height: 300 });
    await page.goto(site.url);
    await note().pressSequentially("Dear diary");
    await note().evaluate((field: HTMLInputElement) => field.setSelectionRange(2, 4));
    await page.evaluate(() => window.scrollTo(0, 60));
    const scrollY = await page.evaluate(() => window.scrollY);
    expect(scrollY).toBeGreaterThan(0);
    site.whereTo = () => EARLIER_VECTOR;
    site.answers.NotesPage = goneAt(VECTOR, ({ after }) => notes(after));
    await page.getByRole("button", { name: "More" }).evaluate((button: HTMLElement) => button.click());
    await heading("All my notes").waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    expect(await note().inputValue()).toBe("Dear diary");
    expect(
      await note().evaluate((field: HTMLInputElement) => [field.selectionStart, field.selectionEnd]),
    ).toEqual([2, 4]);
    expect(await page.evaluate(() => window.scrollY)).toBe(scrollY);
    expect(await openedAgain()).toBe("navigate");
    expect(site.beacons).toEqual([]);
  });

  test("hands a mutation on to the next, under its key, before the page follows", async () => {
    site.whereTo = () => EARLIER_VECTOR;
    site.answers.AddNote = goneAt(VECTOR, () => added);
    await page.goto(site.url);
    await note().fill("Dear diary");
    await page.getByRole("button", { name: "Add" }).click();
    await heading("All my notes").waitFor();
    expect(await note().inputValue()).toBe("");
    expect(site.asked.map(({ headers }) => headers["x-sliceway-vector"])).toEqual([VECTOR, EARLIER_VECTOR]);
    expect(new Set(site.asked.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
  });

  test("says so where the next has no such mutation, and keeps what was typed", async () => {
    site.whereTo = () => EARLIER_VECTOR;
    const unknown = { errors: [{ message: "unknown", extensions: { code: "DOCUMENT_NOT_FOUND" } }] };
    site.answers.AddNote = goneAt(VECTOR, () => unknown);
    await page.goto(site.url);
    await note().fill("Dear diary");
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByText("what you sent could not be taken").waitFor();
    await heading("All my notes").waitFor();
    expect(await note().inputValue()).toBe("Dear diary");
  });

  test("with nowhere to go leads to a new page, when the visitor likes", async () => {
    site.whereTo = () => null;
    site.answers.AddNote = goneAt(VECTOR, () => added);
    await page.goto(site.url);
    await page.getByRole("button", { name: "Add" }).click();
    const reloaded = page.waitForEvent("load");
    await page.getByRole("button", { name: "Reload" }).click();
    await reloaded;
  });
});

test("an offer is made once, and taken up at a press", async () => {
  site.whereTo = () => EARLIER_VECTOR;
  site.answers.AuthorPage = (_, request) => {
    request?.res?.set("x-sliceway-offer", EARLIER_VECTOR);
    return notesBy(2);
  };
  await page.goto(site.url);
  await note().fill("Dear diary");
  await page.getByRole("link", { name: "Alice's" }).click();
  await heading("2 notes by alice").waitFor();
  await page.getByText("A new version is ready.").waitFor();
  await page.getByRole("link", { name: "Notes" }).click();
  await heading("All notes").waitFor();
  expect(await page.getByRole("button", { name: "Reload" }).count()).toBe(1);
  await page.getByRole("button", { name: "Reload" }).click();
  await heading("All my notes").waitFor();
  expect(await note().inputValue()).toBe("Dear diary");
  expect(await openedAgain()).toBe("navigate");
  expect(await page.getByText("A new version is ready.").count()).toBe(0);
});

/** As a gateway with a rollback of notes: away from the release that failed, unless both did. */
function rollback({ avoid }: { avoid: string[] }): string | null {
  const hasFailed = (release: string) => avoid.includes(`notes@${release}`);
  return hasFailed(RELEASE) && !hasFailed(EARLIER) ? EARLIER_VECTOR : null;
}

/** Refuses requests at a vector that is gone. */
function goneAt(vector: string, answer: Answer): Answer {
  return (variables, request) => {
    if (request?.headers["x-sliceway-vector"] !== vector) return answer(variables, request);
    request.res?.status(409);
    const next = { vector: EARLIER_VECTOR };
    return { errors: [{ message: "gone", extensions: { code: "VECTOR_MOVED", ...next } }] };
  };
}

/** As a link of the page would. */
async function goTo(path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);
}

async function goToMallory(): Promise<void> {
  await page.goto(`${site.url}/by/@mallory`);
}
