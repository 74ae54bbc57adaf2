import { request as httpRequest } from "node:http";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createClaimsReader } from "../src/session/claims.ts";
import { ask } from "./support/ask.ts";
import { makeVector } from "./support/make-vector.ts";
import { NOTES, PEOPLE, startNotes, startPeople } from "./support/people-and-notes.ts";
import type { RunningSlice, SliceContext } from "./support/start-slice.ts";
import { startTestGateway, type TestGateway } from "./support/start-test-gateway.ts";

const TOKEN = "a-session-token-of-alice";
const IDENTITY = {
  ...PEOPLE,
  schema: `${PEOPLE.schema} type Mutation { logIn: User logOut: Boolean }`,
  operations: {
    Me: "query Me { viewer { id } }",
    LogIn: "mutation LogIn { logIn { id } }",
    LogOut: "mutation LogOut { logOut }",
  },
  manifest: { provides: ["identity" as const] },
};
const vector = makeVector({ people: IDENTITY, notes: NOTES });
const operation = (name: string) => ({
  documentId: vector.operations.find((one) => one.name === name)?.id ?? "",
});

const stack = new AsyncDisposableStack();
let gateway: TestGateway;
let people: RunningSlice;
/** Claims of the tokens that slices were given, newest last. */
const given: Record<string, unknown>[] = [];
let asked = 0;

beforeAll(async () => {
  gateway = stack.use(await startTestGateway());
  people = stack.use(await startIdentity());
  const notes = await startNotes({
    resolvers: { Query: { note: (_parent, _args, { claims }) => noted(claims) } },
  });
  stack.use(notes);
  await gateway.serve(vector, [people.instance, notes.instance]);
});
afterAll(() => stack.disposeAsync());

function noted(claims: Record<string, unknown>): null {
  given.push(claims);
  return null;
}

function change(answer: string, value: unknown) {
  return (_parent: unknown, _args: unknown, { response }: SliceContext) => {
    response.setHeader("x-sliceway-session", answer);
    return value;
  };
}

function startIdentity(port = 0): Promise<RunningSlice> {
  return startPeople({
    port,
    schema: IDENTITY.schema,
    resolvers: {
      Mutation: { logIn: change(`open ${TOKEN} 3600`, { id: "alice" }), logOut: change("close", true) },
    },
    routes: (app) =>
      app.post("/identity/session", (request, response) => {
        asked += 1;
        const claims = { userId: "alice", handle: "alice", developer: true, sessionId: "s1" };
        response.json({ claims: request.body.token === TOKEN ? claims : null });
      }),
  });
}

describe("a session", () => {
  it("is opened and closed by the identity slice's mutations, in a cookie no script can read", async () => {
    const opened = await ask(gateway.url, operation("LogIn"));
    const cookies = opened.headers.getSetCookie();
    expect(cookies).toContain(`session=${TOKEN}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax`);
    expect(opened.data).toEqual({ logIn: { id: "alice" } });

    const me = await ask(gateway.url, operation("Me"), { headers: { cookie: `session=${TOKEN}` } });
    expect(me.data).toEqual({ viewer: { id: "alice" } });

    const closed = await ask(gateway.url, operation("LogOut"), { headers: { cookie: `session=${TOKEN}` } });
    expect(closed.headers.getSetCookie()).toContain("session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
  });

  it("is bound to the host over HTTPS", async () => {
    await using secure = await startTestGateway({ publicOrigin: new URL("https://social.example") });
    await secure.serve(vector, [people.instance]);
    const opened = await ask(secure.url, operation("LogIn"));
    expect(opened.headers.getSetCookie()).toContain(
      `__Host-session=${TOKEN}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure`,
    );
    const me = await ask(secure.url, operation("Me"), { headers: { cookie: `session=${TOKEN}` } });
    expect(me.data).toEqual({ viewer: null });
  });

  it("is refused over plain HTTP of a network", async () => {
    const { status, body, cookies } = await askAs("social.example", operation("LogIn"));
    expect([status, body]).toMatchObject([200, { errors: [{ extensions: { code: "INSECURE_TRANSPORT" } }] }]);
    expect(cookies.filter((cookie) => cookie.includes("session"))).toEqual([]);
  });

  it("gives every slice a token of its own, and the session's name only to the identity slice", async () => {
    const headers = { cookie: `session=${TOKEN}` };
    await ask(
      gateway.url,
      { documentId: operation("NotePage").documentId, variables: { id: "1" } },
      { headers },
    );
    const { iss, aud, sub, dev, sid, iat, exp } = given.at(-1) ?? {};
    expect({ iss, aud, sub, dev, sid }).toEqual({ iss: "gateway", aud: "notes", sub: "alice", dev: true });
    expect(Number(exp) - Number(iat)).toBe(60);
  });

  it("is asked for once, and remembered while the identity slice is down", async () => {
    const headers = { cookie: `session=${TOKEN}` };
    await ask(gateway.url, operation("Me"), { headers });
    const before = asked;
    await Promise.all([1, 2, 3].map(() => ask(gateway.url, operation("Me"), { headers })));
    expect(asked).toBe(before);
  });
});

describe("claims", () => {
  const identity = { slice: "people", release: PEOPLE.release };
  const answer = { headers: {}, body: { claims: { userId: "alice", handle: "alice" } } };

  it("are kept while nobody can be asked, and asked for again after", async () => {
    let now = 0;
    let down = false;
    const call = vi.fn(async () => (down ? Promise.reject(new Error("down")) : answer));
    const reader = createClaimsReader(
      call,
      async () => "token",
      () => now,
    );
    expect(await reader.read(identity, TOKEN)).toMatchObject({ userId: "alice" });
    down = true;
    now = 60_000;
    expect(await reader.read(identity, TOKEN)).toMatchObject({ userId: "alice" });
    expect(await reader.read(identity, TOKEN)).toMatchObject({ userId: "alice" });
    expect(call).toHaveBeenCalledTimes(2);
    down = false;
    now = 62_000;
    await reader.read(identity, TOKEN);
    await vi.waitFor(() => expect(call).toHaveBeenCalledTimes(3));
  });

  it("are nobody's while nobody was ever asked", async () => {
    const reader = createClaimsReader(
      () => Promise.reject(new Error("down")),
      async () => "token",
    );
    expect(await reader.read(identity, TOKEN)).toBeNull();
  });
});

/** Sends with a Host header of another name, as `fetch` cannot. */
async function askAs(host: string, question: object) {
  const { promise, resolve, reject } = Promise.withResolvers<import("node:http").IncomingMessage>();
  const { port } = new URL(gateway.url);
  const sent = httpRequest({
    port,
    path: "/graphql",
    method: "POST",
    headers: { host, "content-type": "application/json" },
  });
  sent.on("response", resolve).on("error", reject).end(JSON.stringify(question));
  const response = await promise;
  const cookies = response.headers["set-cookie"] ?? [];
  return { status: response.statusCode, cookies, body: await json(response) };
}
