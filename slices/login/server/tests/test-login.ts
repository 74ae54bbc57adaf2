import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { IDENTITY_PATH, SESSION_HEADER } from "@sliceway/protocol";
import type { SessionClaims } from "@sliceway/subgraph-kit";
import { startTestSlice } from "@sliceway/subgraph-kit/testing";
import { slice } from "../src/slice.ts";

export type TestLogin = Awaited<ReturnType<typeof startTestLogin>>;
export type Browser = ReturnType<TestLogin["openBrowser"]>;

export const PASSWORD = "long enough";

/** The real server on a real database, and browsers that keep a session as the gateway's cookie would. */
export async function startTestLogin() {
  const server = await startTestSlice(slice, {
    slice: "login",
    schemaFile: fileURLToPath(import.meta.resolve("@sliceway/login-contract/schema.graphql")),
    migrationsDir: resolve(import.meta.dirname, "../migrations"),
  });

  /** What the gateway is told when it asks whose session a token opens. */
  async function claimsOf(sessionToken: string): Promise<SessionClaims | null> {
    const response = await fetch(`${server.url}${IDENTITY_PATH}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${await server.gateway.sign("login")}`,
      },
      body: JSON.stringify({ token: sessionToken }),
    });
    const { claims } = (await response.json()) as { claims: SessionClaims | null };
    return claims;
  }

  function openBrowser() {
    const visitor = randomUUID();
    let session: string | null = null;

    /** Asks with the session that the browser holds, and takes the one that the answer gives. */
    async function ask(
      query: string,
      variables: Record<string, unknown> = {},
      idempotencyKey?: string,
    ): Promise<Record<string, unknown>> {
      const claims = session ? await claimsOf(session) : null;
      const who = claims ? { viewer: claims.userId, sessionId: claims.sessionId } : {};
      const options = { visitor, ...who, variables, ...(idempotencyKey && { idempotencyKey }) };
      const { data, errors, headers } = await server.query(query, options);
      if (errors) throw new Error(JSON.stringify(errors));
      const [change, token = ""] = headers.get(SESSION_HEADER)?.split(" ") ?? [];
      if (change) session = change === "open" ? token : null;
      return data;
    }

    /** Runs a mutation with an input; gives the type of its result, of its problems what and why. */
    async function act(
      field: string,
      input: Record<string, unknown>,
      idempotencyKey?: string,
    ): Promise<string> {
      const problems = field === "logIn" ? "" : "... on InvalidInput { fields { field reason } }";
      const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
      const { result } = await ask(
        `mutation Act($input: ${type}!) { result: ${field}(input: $input) {
          __typename ${problems} } }`,
        { input },
        idempotencyKey,
      );
      const { __typename, fields } = result as {
        __typename: string;
        fields?: { field: string; reason: string }[];
      };
      return fields?.map((problem) => `${problem.field} ${problem.reason}`).join() ?? __typename;
    }

    /** Goes back to an earlier session, as if the answers since were lost on their way. */
    function goBackTo(earlier: string | null): void {
      session = earlier;
    }

    return {
      goBackTo,
      ask,
      act,
      token: () => session,
      signUp: (handle: string, name = handle) => act("signUp", { handle, name, password: PASSWORD }),
      logIn: (handle: string, password = PASSWORD) => act("logIn", { handle, password }),
      viewer: async () => (await ask("{ viewer { handle name bio avatarUrl } }")).viewer,
    };
  }

  return { server, claimsOf, openBrowser, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

/** A handle that nobody has. */
export function freshHandle(name: string): string {
  return `${name}_${randomUUID().slice(0, 8)}`;
}
