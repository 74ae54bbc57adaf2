import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, freshHandle, startTestLogin, type TestLogin } from "./test-login.ts";

let login: TestLogin;
beforeAll(async () => {
  login = await startTestLogin();
});
afterAll(() => login[Symbol.asyncDispose]());

const mistakes = async (count: number, browser: () => Browser, handle: () => string) => {
  const results: string[] = [];
  for (let n = 0; n < count; n += 1) results.push(await browser().logIn(handle(), "wrong password"));
  return results;
};

const wrong = (count: number) => Array.from({ length: count }, () => "WrongCredentials");

/** Moves all that was counted so far into the past: time is what one waits for here. */
const passMinutes = (minutes: number) =>
  login.server.db
    .updateTable("login_attempt")
    .set({ last_at: new Date(Date.now() - minutes * 60_000) })
    .execute();

async function newcomer(): Promise<string> {
  const handle = freshHandle("alice");
  await login.openBrowser().signUp(handle);
  return handle;
}

describe("guessing", () => {
  test("at one handle is slowed down, from whatever browser", async () => {
    const handle = await newcomer();
    expect(await mistakes(6, login.openBrowser, () => handle)).toEqual([...wrong(5), "Throttled"]);
    expect(await login.openBrowser().logIn(handle)).toBe("Throttled");
    await passMinutes(6);
    expect(await login.openBrowser().logIn(handle)).toBe("LoggedIn");
  });

  test("from one browser is slowed down, at whatever handle", async () => {
    const browser = login.openBrowser();
    expect(
      await mistakes(
        6,
        () => browser,
        () => freshHandle("nobody"),
      ),
    ).toEqual([...wrong(5), "Throttled"]);
  });

  test("many at once gets no free tries", async () => {
    const handle = await newcomer();
    const all = Array.from({ length: 20 }, () => login.openBrowser().logIn(handle, "wrong password"));
    const results = await Promise.all(all);
    expect(results.filter((result) => result === "WrongCredentials")).toHaveLength(5);
  });

  test("is not made cheaper by logging in to an account of one's own", async () => {
    const own = await newcomer();
    const browser = login.openBrowser();
    await mistakes(
      4,
      () => browser,
      () => freshHandle("nobody"),
    );
    expect(await browser.logIn(own)).toBe("LoggedIn");
    expect(
      await mistakes(
        2,
        () => browser,
        () => freshHandle("nobody"),
      ),
    ).toEqual([...wrong(1), "Throttled"]);
  });

  test("at handles that are not there looks the same as at ones that are", async () => {
    const handle = await newcomer();
    const [known, unknown] = [login.openBrowser(), login.openBrowser()];
    expect(
      await mistakes(
        6,
        () => known,
        () => handle,
      ),
    ).toEqual(
      await mistakes(
        6,
        () => unknown,
        () => "nobody_at_all",
      ),
    );
  });
});

test("a success makes the handle's slate clean", async () => {
  const handle = await newcomer();
  await mistakes(4, login.openBrowser, () => handle);
  expect(await login.openBrowser().logIn(handle)).toBe("LoggedIn");
  expect(await mistakes(4, login.openBrowser, () => handle)).toEqual(wrong(4));
});

test("what was counted long ago is thrown away", async () => {
  await mistakes(1, login.openBrowser, () => "long_ago");
  await passMinutes(120);
  const handle = await newcomer();
  await login.openBrowser().logIn(handle);
  const keys = await login.server.db.selectFrom("login_attempt").select("key").execute();
  expect(keys.map(({ key }) => key)).not.toContain("handle:long_ago");
});
