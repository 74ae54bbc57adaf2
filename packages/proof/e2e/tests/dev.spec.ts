import { expect as expectSoon, type Page } from "@playwright/test";
import pg from "pg";
import { copyProject } from "../src/project-copy.ts";
import { runDev } from "../src/run-dev.ts";
import { newcomer, postOf, writePost } from "../src/steps.ts";
import { test } from "../src/test.ts";

const CARD = "slices/posts/web/src/components/PostCard.tsx";
const WORDS = "slices/posts/web/src/messages/en.json";
const POST = "slices/posts/server/src/resolvers/Post.ts";
const SCHEMA = "slices/posts/contract/schema.graphql";
const FRAGMENTS = "slices/posts/contract/fragments.graphql";

/** Builds take their time where others build, too. */
const expect = expectSoon.configure({ timeout: 30_000 });

/** Left in a document; gone with it. */
const mark = (page: Page) => page.evaluate(() => Object.assign(globalThis, { isSameDocument: true }));
const isSameDocument = (page: Page) => page.evaluate(() => "isSameDocument" in globalThis);
const notice = (page: Page) => page.locator("#sliceway-hot-problem");

test("whoever works on a slice sees each save in the page that is open, and nobody else does", async ({
  browser,
  env,
}) => {
  test.setTimeout(480_000);
  await using project = await copyProject();
  const { live } = await env.registry.getRouting();
  const bob = await newcomer(browser, "bob", env.gatewayUrl);
  await writePost(bob, "By Bob");
  const alice = await newcomer(browser, "alice", env.gatewayUrl);
  await using posts = await runDev({ dir: project.dir, home: env.home }, "posts", "--name", "alice");
  const { page } = alice;

  await test.step("a component keeps its page", async () => {
    await page.goto(posts.link);
    await writePost(alice, "By Alice");
    await page.getByRole("textbox").first().fill("Half of a post");
    await mark(page);
    await project.edit(WORDS, (text) => text.replace("=0 {Like} one {Like", "=0 {Applaud} one {Applaud"));
    await expect(postOf(page, "By Alice").getByRole("button", { name: "Applaud" })).toBeVisible();
    await project.edit(CARD, (text) => text.replace('label={t("post")}', 'label="Edited card"'));
    await expect(page.getByRole("article", { name: "Edited card" })).toHaveCount(1);
    await posts.says(/built .* PostCard\.tsx/);
    expect(await isSameDocument(page)).toBe(true);
    await expect(page.getByRole("textbox").first()).toHaveValue("Half of a post");
  });

  await test.step("a mistake is told where it is, and what was there stays", async () => {
    await project.edit(CARD, (text) => text.replace('label="Edited card"', 'label={"Edited card"'));
    await posts.says(/PostCard\.tsx:\d+:\d+/);
    await expect(notice(page)).toContainText("PostCard.tsx");
    await expect(page.getByRole("article", { name: "Edited card" })).toHaveCount(1);
    await project.edit(CARD, (text) => text.replace('label={"Edited card"', 'label="Corrected card"'));
    await expect(page.getByRole("article", { name: "Corrected card" })).toHaveCount(1);
    await expect(notice(page)).toBeHidden();
    expect(await isSameDocument(page)).toBe(true);
  });

  await test.step("server code is exchanged without a failed request", async () => {
    const asking = askUntil(page);
    await project.edit(POST, (text) =>
      text.replace("createdAt:", "text: ({ text }: PostRow) => text.toUpperCase(),\n  createdAt:"),
    );
    await posts.says(/restarted/);
    const answers = await asking.end();
    expect(answers.length).toBeGreaterThan(10);
    expect(answers.filter((answer) => answer !== "200")).toEqual([]);
    expect(await isSameDocument(page)).toBe(true);
    await page.reload();
    await expect(postOf(page, "BY ALICE")).toBeVisible();
  });

  await test.step("what does not compose is told, in the terminal and in the page", async () => {
    await mark(page);
    await project.edit(SCHEMA, (text) => text.replace("  commentCount: Int\n", "  commentCount: Missing\n"));
    await posts.says(/Missing/);
    await expect(notice(page)).toContainText("Missing");
    await expect(postOf(page, "BY ALICE")).toBeVisible();
    expect(await isSameDocument(page)).toBe(true);
  });

  await test.step("another schema brings the page anew, with what was being written", async () => {
    await page.getByRole("textbox").first().fill("Half of another");
    await project.edit(POST, (text) =>
      text.replace("createdAt:", "shout: ({ text }: PostRow) => text.concat('!'),\n  createdAt:"),
    );
    await project.edit(FRAGMENTS, (text) => text.replace("  text\n", "  text\n  shout\n"));
    await project.edit(CARD, (text) => text.replace("{post.text}</Text>", "{post.shout}</Text>"));
    await project.edit(SCHEMA, (text) => text.replace(": Missing\n", ": Int\n  shout: String\n"));
    await posts.says(/composed/);
    await expect(postOf(page, "By Alice!")).toBeVisible();
    expect(await isSameDocument(page)).toBe(false);
    await expect(page.getByRole("textbox").first()).toHaveValue("Half of another");
    await expect(notice(page)).toBeHidden();
  });

  await test.step("two who work see their own each", async () => {
    await using feeds = await runDev({ dir: project.dir, home: env.home }, "feeds");
    const carol = await newcomer(browser, "carol", env.gatewayUrl);
    await carol.page.goto(feeds.link);
    await project.edit("slices/feeds/web/src/messages/en.json", (text) => text.replace("quiet", "silent"));
    await expect(carol.page.getByText("silent in here")).toBeVisible();
    await expect(bob.page.getByRole("complementary", { name: "Preview" })).toBeHidden();
    // Nothing is said any more; the registry hears the silence.
    await feeds.end("SIGKILL");
    await expect(carol.page.getByText("quiet in here")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole("complementary", { name: "Preview" })).toContainText("alice");
  });

  await test.step("a migration runs on a database that nobody else works with", async () => {
    await project.write(
      "slices/posts/server/migrations/0009_mood.sql",
      "alter table post add column mood text;\n",
    );
    await posts.says(/generated .*tables\.ts/);
    await posts.says(/migrated .*0009_mood/);
    await page.goto("/");
    await writePost(alice, "In a good mood");
    await expect(postOf(page, "In a good mood!")).toBeVisible();
    expect(await columnsOf(env.databaseUrl("posts"), "post")).not.toContain("mood");
  });

  await test.step("nobody else has seen any of it", async () => {
    await bob.page.reload();
    const card = postOf(bob.page, "By Bob");
    await expect(card.getByRole("button", { name: "Like" })).toBeVisible();
    await expect(bob.page.getByRole("article", { name: "Corrected card" })).toHaveCount(0);
    expect((await env.registry.getRouting()).live).toBe(live);
  });

  await test.step("the end of it leads back to what is live with the next request", async () => {
    expect(await posts.end("SIGINT")).toBe(0);
    expect((await page.request.get("/")).status()).toBe(200);
    // It may be on its way by itself.
    await expect(() => page.reload()).toPass();
    await expect(postOf(page, "By Alice").getByRole("button", { name: "Like" })).toBeVisible();
    await expect(page.getByRole("complementary", { name: "Preview" })).toBeHidden();
  });
});

/** Asks the page's own query again and again; `end` gives the statuses, with the errors if there were any. */
function askUntil(page: Page) {
  const stop = new AbortController();
  const answers: string[] = [];
  const asking = (async () => {
    const { vector } = await readJson(page, "sliceway-boot");
    const { id: documentId, variables } = (await readJson(page, "sliceway-data")).operation;
    const question = { headers: { "x-sliceway-vector": vector }, data: { documentId, variables } };
    while (!stop.signal.aborted) {
      const response = await page.request.post("/graphql", question);
      const { errors } = await response.json();
      answers.push(`${response.status()}${errors ? ` ${JSON.stringify(errors)}` : ""}`);
    }
  })();
  return {
    async end() {
      stop.abort();
      await asking;
      return answers;
    },
  };
}

/** What the gateway has put into the page. */
async function readJson(page: Page, id: string) {
  return JSON.parse((await page.locator(`#${id}`).textContent()) ?? "null");
}

async function columnsOf(url: string, table: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const query = "select column_name as name from information_schema.columns where table_name = $1";
    return (await client.query<{ name: string }>(query, [table])).rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
