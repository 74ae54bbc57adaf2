import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { freshHandle, startTestLogin, type TestLogin } from "./test-login.ts";

let login: TestLogin;
beforeAll(async () => {
  login = await startTestLogin();
});
afterAll(() => login[Symbol.asyncDispose]());

describe("a profile", () => {
  test("is changed where something is given, and that is published", async () => {
    const browser = login.openBrowser();
    const handle = freshHandle("alice");
    await browser.signUp(handle, "Alice");
    const change = { bio: "Hello", avatarUrl: "https://img.example/a.png" };
    expect(await browser.act("updateProfile", change)).toBe("ProfileUpdated");
    expect(await browser.viewer()).toEqual({ handle, name: "Alice", ...change });
    await vi.waitFor(
      async () => {
        const events = await login.server.published();
        expect(events.at(-1)).toMatchObject({
          type: "login.ProfileUpdated.v1",
          data: { handle, name: "Alice", avatarUrl: change.avatarUrl },
        });
      },
      { timeout: 10_000 },
    );
  });

  test("is not changed by what is wrong, nor by visitors", async () => {
    const browser = login.openBrowser();
    await browser.signUp(freshHandle("alice"), "Alice");
    expect(await browser.act("updateProfile", { name: "Bob", avatarUrl: "javascript:1" })).toBe(
      "avatarUrl MALFORMED",
    );
    expect(await browser.viewer()).toMatchObject({ name: "Alice" });
    expect(await login.openBrowser().act("updateProfile", { name: "Bob" })).toBe("NotLoggedIn");
  });

  test("is found by its handle and by reference; what is not there is null", async () => {
    const browser = login.openBrowser();
    const handle = freshHandle("alice");
    await browser.signUp(handle, "Alice");
    const { user } = await browser.ask(`{ user(handle: "@${handle.toUpperCase()}") { id name createdAt } }`);
    const { id, createdAt } = user as { id: string; createdAt: string };
    expect(new Date(createdAt).toISOString()).toBe(createdAt);

    const ids = [id, randomUUID(), "no id", id];
    const { _entities } = await login
      .openBrowser()
      .ask("query Find($people: [_Any!]!) { _entities(representations: $people) { ... on User { name } } }", {
        people: ids.map((each) => ({ __typename: "User", id: each })),
      });
    expect(_entities).toEqual([{ name: "Alice" }, null, null, { name: "Alice" }]);
    expect(await browser.ask('{ user(handle: "nobody_at_all") { id } }')).toEqual({ user: null });
  });
});
