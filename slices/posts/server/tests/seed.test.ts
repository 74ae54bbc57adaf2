import { createDemoNetwork } from "@sliceway/demo-network";
import { expect, test, vi } from "vitest";
import { startPosts } from "./start-posts.ts";

test("seeding loads the demo network once, and publishes every post in order", async () => {
  await using posts = await startPosts();
  const demo = createDemoNetwork().posts;
  await posts.seed();
  await posts.seed();

  const count = async (table: "post" | "comment" | "post_like") =>
    (await posts.db.selectFrom(table).selectAll().execute()).length;
  expect(await count("post")).toBe(demo.length);
  expect(await count("comment")).toBe(demo.flatMap(({ comments }) => comments).length);
  expect(await count("post_like")).toBe(demo.flatMap(({ likes }) => likes).length);
  await vi.waitFor(
    async () =>
      expect((await posts.published()).map(({ subject }) => subject)).toEqual(demo.map(({ id }) => id)),
    { timeout: 10_000 },
  );
});
