import { createDemoNetwork } from "@sliceway/demo-network";
import { expect, test, vi } from "vitest";
import { startTestLogin } from "./test-login.ts";

test("the demo network moves in once; only the documented accounts can log in", async () => {
  await using login = await startTestLogin();
  const { people } = createDemoNetwork();
  await login.server.seed();
  await login.server.seed();

  await vi.waitFor(async () => expect(await login.server.published()).toHaveLength(people.length), {
    timeout: 10_000,
  });
  const alice = login.openBrowser();
  expect(await alice.logIn("alice", people[0]?.password)).toBe("LoggedIn");
  expect(await login.claimsOf(alice.token() ?? "")).toMatchObject({ handle: "alice", developer: true });
  expect(await login.openBrowser().logIn("mira", people[0]?.password)).toBe("WrongCredentials");
});
