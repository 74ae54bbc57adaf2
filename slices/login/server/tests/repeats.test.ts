import { randomUUID } from "node:crypto";
import { repeatMutations } from "@sliceway/subgraph-kit/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { freshHandle, PASSWORD, startTestLogin, type TestLogin } from "./test-login.ts";

let login: TestLogin;
beforeAll(async () => {
  login = await startTestLogin();
});
afterAll(() => login[Symbol.asyncDispose]());

const NEXT = "another good one";

/** Ids of all sessions of the person with this handle. */
async function sessionsOf(handle: string): Promise<string[]> {
  const rows = await login.server.db
    .selectFrom("session")
    .innerJoin("account", "account.id", "session.account_id")
    .select("session.id")
    .where("account.handle", "=", handle)
    .execute();
  return rows.map(({ id }) => id);
}

test("every mutation has one effect and one answer when it is repeated", async () => {
  const [handle, visitor] = [freshHandle("alice"), randomUUID()];
  // a repeat gives the session a new token
  const repeats = repeatMutations(login.server, { ignoring: ["token_hash"] });
  const act = (field: string, result: string, input: Record<string, string>, who = {}) => {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    return repeats.send<{ result: { viewer: { id: string } } }>(
      `mutation ($input: ${type}!) {
        result: ${field}(input: $input) { ... on ${result} { viewer { id handle name bio createdAt } } } }`,
      { visitor, variables: { input }, ...who },
    );
  };
  const { result } = await act("signUp", "LoggedIn", { handle, name: "Alice", password: PASSWORD });
  const viewer = result.viewer.id;
  const [sessionId = ""] = await sessionsOf(handle);
  await act("logIn", "LoggedIn", { handle, password: PASSWORD });
  await act("updateProfile", "ProfileUpdated", { bio: "Hello" }, { viewer });
  await repeats.send("mutation { logOut { ok } }", { viewer, sessionId, visitor });
  await act("changePassword", "PasswordChanged", { current: PASSWORD, next: NEXT }, { viewer });
  expect(await repeats.untried()).toEqual([]);
});

describe("many at the same time under one key", () => {
  test("open one account with one session", async () => {
    const [browser, handle, key] = [login.openBrowser(), freshHandle("alice"), randomUUID()];
    const input = { handle, name: "Alice", password: PASSWORD };
    const results = await Promise.all(Array.from({ length: 20 }, () => browser.act("signUp", input, key)));
    expect(new Set(results)).toEqual(new Set(["LoggedIn"]));
    expect(await sessionsOf(handle)).toHaveLength(1);
  });

  test("change a profile once", async () => {
    const [browser, handle, key] = [login.openBrowser(), freshHandle("alice"), randomUUID()];
    await browser.signUp(handle);
    const results = await Promise.all(
      Array.from({ length: 20 }, () => browser.act("updateProfile", { bio: "Hello" }, key)),
    );
    expect(new Set(results)).toEqual(new Set(["ProfileUpdated"]));

    // events of a person come in order: once the later one is there, so are all before it
    await browser.act("updateProfile", { name: "Alice again" });
    const published = async () => {
      const events = await login.server.published();
      return events
        .map(({ data }) => data as { handle: string; name: string })
        .filter((it) => it.handle === handle);
    };
    await vi.waitFor(async () => expect((await published()).at(-1)?.name).toBe("Alice again"), 10_000);
    expect(await published()).toHaveLength(3);
  });
});

describe("a browser whose answer was lost", () => {
  test("is logged in by the repeat of signing up", async () => {
    const [browser, handle, key] = [login.openBrowser(), freshHandle("alice"), randomUUID()];
    const input = { handle, name: "Alice", password: PASSWORD };
    await browser.act("signUp", input, key);
    browser.goBackTo(null);
    expect(await browser.act("signUp", input, key)).toBe("LoggedIn");
    expect(await browser.viewer()).toMatchObject({ handle });
    expect(await sessionsOf(handle)).toHaveLength(1);
  });

  test("is kept in by the repeat of changing the password, though its old session is closed", async () => {
    const [browser, handle, key] = [login.openBrowser(), freshHandle("alice"), randomUUID()];
    await browser.signUp(handle);
    const old = browser.token();
    await browser.act("changePassword", { current: PASSWORD, next: NEXT }, key);
    browser.goBackTo(old);
    expect(await browser.viewer()).toBeNull();
    expect(await browser.act("changePassword", { current: PASSWORD, next: NEXT }, key)).toBe(
      "PasswordChanged",
    );
    expect(await browser.viewer()).toMatchObject({ handle });
  });

  test("has made one mistake, not two", async () => {
    const [browser, handle, key] = [login.openBrowser(), freshHandle("alice"), randomUUID()];
    for (let n = 0; n < 10; n += 1) {
      expect(await browser.act("logIn", { handle, password: "wrong password" }, key)).toBe(
        "WrongCredentials",
      );
    }
    const attempts = await login.server.db
      .selectFrom("login_attempt")
      .select("count")
      .where("key", "=", `handle:${handle}`)
      .executeTakeFirst();
    expect(attempts?.count).toBe(1);
  });
});

describe("a key", () => {
  const input = (handle: string) => ({ handle, password: PASSWORD });

  test("opens nothing in another browser, nor with another password", async () => {
    const [handle, key] = [freshHandle("alice"), randomUUID()];
    const browser = login.openBrowser();
    await browser.signUp(handle);
    await browser.act("logIn", input(handle), key);
    const thief = login.openBrowser();
    expect(await thief.act("logIn", { handle, password: "wrong password" }, key)).toBe("WrongCredentials");
    await expect(browser.act("logIn", { handle, password: "wrong password" }, key)).rejects.toThrow(
      "IDEMPOTENCY_KEY_REUSED",
    );
    expect(thief.token()).toBeNull();
  });

  test("opens nothing any more once the password is another", async () => {
    const [handle, key] = [freshHandle("alice"), randomUUID()];
    const [owner, thief] = [login.openBrowser(), login.openBrowser()];
    await owner.signUp(handle);
    await thief.act("logIn", input(handle), key);
    await owner.act("changePassword", { current: PASSWORD, next: NEXT });
    await thief.act("logIn", input(handle), key);
    expect(await thief.viewer()).toBeNull();
  });

  test("leaves neither password nor token in the database", async () => {
    const [browser, handle, key] = [login.openBrowser(), freshHandle("alice"), randomUUID()];
    await browser.act("signUp", { handle, name: "Alice", password: PASSWORD }, key);
    const { rows } = await sql<{ row: string }>`
      select row::text from sliceway.applied_mutation as row where key = ${key}
    `.execute(login.server.db);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).toContain(handle);
    expect(rows[0]?.row).not.toContain(PASSWORD);
    expect(rows[0]?.row).not.toContain(browser.token());
  });
});
