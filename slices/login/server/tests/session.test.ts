import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { freshHandle, PASSWORD, startTestLogin, type TestLogin } from "./test-login.ts";

let login: TestLogin;
beforeAll(async () => {
  login = await startTestLogin();
});
afterAll(() => login[Symbol.asyncDispose]());

describe("signing up", () => {
  test("opens an account and a session, and publishes that", async () => {
    const browser = login.openBrowser();
    const handle = freshHandle("alice");
    expect(await browser.signUp(handle, "Alice")).toBe("LoggedIn");
    expect(await browser.viewer()).toEqual({ handle, name: "Alice", bio: "", avatarUrl: null });

    const claims = await login.claimsOf(browser.token() ?? "");
    expect(claims).toMatchObject({ handle, developer: false });
    await vi.waitFor(
      async () => {
        const events = await login.server.published();
        expect(events.find(({ subject }) => subject === claims?.userId)).toMatchObject({
          type: "login.UserSignedUp.v1",
          data: { userId: claims?.userId, handle, name: "Alice", avatarUrl: null },
        });
      },
      { timeout: 10_000 },
    );
  });

  test("is refused for a handle that somebody has, however it is written", async () => {
    const handle = freshHandle("alice");
    await login.openBrowser().signUp(handle);
    expect(await login.openBrowser().signUp(` @${handle.toUpperCase()}`)).toBe("handle TAKEN");
  });

  test("of two at once with one handle lets one in", async () => {
    const handle = freshHandle("alice");
    const results = await Promise.all([
      login.openBrowser().signUp(handle),
      login.openBrowser().signUp(handle),
    ]);
    expect(results.toSorted()).toEqual(["LoggedIn", "handle TAKEN"]);
  });

  test("names every field that is wrong", async () => {
    const input = { handle: "a", name: " ", password: "short" };
    expect(await login.openBrowser().act("signUp", input)).toBe(
      "handle TOO_SHORT,name TOO_SHORT,password TOO_SHORT",
    );
  });
});

describe("a session", () => {
  test("is kept as a hash only", async () => {
    const browser = login.openBrowser();
    await browser.signUp(freshHandle("alice"));
    const token = browser.token() ?? "";
    const rows = await login.server.db.selectFrom("session").select("token_hash").execute();
    const hashes = rows.map((row) => row.token_hash.toString("hex"));
    expect(hashes).toContain(createHash("sha256").update(token).digest("hex"));
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  test("ends with logging out, for whoever holds its token", async () => {
    const browser = login.openBrowser();
    await browser.signUp(freshHandle("alice"));
    const token = browser.token() ?? "";
    await browser.ask("mutation { logOut { ok } }");
    expect(browser.token()).toBeNull();
    expect(await login.claimsOf(token)).toBeNull();
    expect(await browser.ask("mutation { logOut { ok } }")).toEqual({ logOut: { ok: true } });
  });

  test("ends by itself", async () => {
    const browser = login.openBrowser();
    await browser.signUp(freshHandle("alice"));
    const claims = await login.claimsOf(browser.token() ?? "");
    await login.server.db
      .updateTable("session")
      .set({ expires_at: new Date(0) })
      .where("id", "=", claims?.sessionId ?? "")
      .execute();
    expect(await login.claimsOf(browser.token() ?? "")).toBeNull();
  });

  test("is not opened by a token that nobody gave out", async () => {
    expect(await login.claimsOf("A".repeat(43))).toBeNull();
  });
});

describe("changing the password", () => {
  test("closes every other session and keeps this browser in", async () => {
    const handle = freshHandle("alice");
    const [here, there] = [login.openBrowser(), login.openBrowser()];
    await here.signUp(handle);
    await there.logIn(handle);
    const old = here.token() ?? "";

    expect(await here.act("changePassword", { current: PASSWORD, next: "another one" })).toBe(
      "PasswordChanged",
    );
    expect(await here.viewer()).toMatchObject({ handle });
    expect(await there.viewer()).toBeNull();
    expect(await login.claimsOf(old)).toBeNull();
    expect(await login.openBrowser().logIn(handle)).toBe("WrongCredentials");
    expect(await login.openBrowser().logIn(handle, "another one")).toBe("LoggedIn");
  });

  test("needs the present one, a good new one, and somebody logged in", async () => {
    const browser = login.openBrowser();
    await browser.signUp(freshHandle("alice"));
    expect(await browser.act("changePassword", { current: "not this one", next: "another one" })).toBe(
      "current WRONG",
    );
    expect(await browser.act("changePassword", { current: PASSWORD, next: "short" })).toBe("next TOO_SHORT");
    expect(await login.openBrowser().act("changePassword", { current: PASSWORD, next: "another one" })).toBe(
      "NotLoggedIn",
    );
  });
});
