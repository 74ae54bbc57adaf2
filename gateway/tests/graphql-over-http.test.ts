import { auditServer } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeVector } from "./support/make-vector.ts";
import { NOTES, PEOPLE } from "./support/people-and-notes.ts";
import { startTestGateway, type TestGateway } from "./support/start-test-gateway.ts";

const ALLOWED = "https://partner.example";
const vector = makeVector({ people: PEOPLE, notes: NOTES });
const [first] = vector.operations;
const question = JSON.stringify({ documentId: first?.id });
const json = { "content-type": "application/json" };
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({ allowedOrigins: [ALLOWED] });
  await gateway.serve(vector, []);
});
afterAll(() => gateway[Symbol.asyncDispose]());

function post(headers: Record<string, string>, body = question): Promise<Response> {
  return fetch(`${gateway.url}/graphql`, { method: "POST", headers, body });
}

async function refusal(response: Response): Promise<unknown[]> {
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return [response.status, errors[0]?.extensions.code];
}

it("passes all audits of graphql-http", async () => {
  const results = await auditServer({ url: `${gateway.url}/graphql` });
  const failed = results.flatMap((result) => (result.status === "ok" ? [] : [[result.name, result.reason]]));
  expect(failed).toEqual([]);
  expect(results).toHaveLength(61);
});

describe("another site", () => {
  it.each<Record<string, string>>([
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://evil.example" },
    { origin: "null" },
  ])("is refused: %j", async (headers) => {
    expect(await refusal(await post({ ...json, ...headers }))).toEqual([403, "CROSS_SITE"]);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "cannot send a form of %s",
    async (type) => {
      expect(await refusal(await post({ "content-type": type }))).toEqual([415, "BAD_REQUEST"]);
    },
  );

  it("is let in from the list of allowed origins", async () => {
    const answer = await post({ ...json, origin: ALLOWED, "sec-fetch-site": "cross-site" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe(ALLOWED);
    expect(answer.headers.get("access-control-allow-credentials")).toBe("true");
  });

  it("is told nothing by a preflight unless it is on the list", async () => {
    const preflight = (origin: string) =>
      fetch(`${gateway.url}/graphql`, {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST" },
      });
    expect((await preflight(ALLOWED)).headers.get("access-control-allow-origin")).toBe(ALLOWED);
    expect((await preflight("https://evil.example")).headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("a body", () => {
  it("may have 256 kB", async () => {
    const variables = { text: "x".repeat(300 * 1024) };
    expect(await refusal(await post(json, JSON.stringify({ query: "{ __typename }", variables })))).toEqual([
      413,
      "BAD_REQUEST",
    ]);
  });

  it.each(["[]", "null", "", "{", '"text"'])("of %j is refused as GraphQL", async (body) => {
    const response = await post(json, body);
    expect((await refusal(response))[0]).toBe(400);
  });
});

describe("ad-hoc documents", () => {
  it("are only for those who may explore", async () => {
    await using strict = await startTestGateway({ localExplorer: false });
    await strict.serve(vector, []);
    const response = await fetch(`${strict.url}/graphql`, {
      method: "POST",
      headers: json,
      body: JSON.stringify({ query: "{ __typename }" }),
    });
    expect(await refusal(response)).toEqual([403, "DOCUMENT_REQUIRED"]);
  });

  it("are not for programs that come by another name than this machine's", async () => {
    const { port } = new URL(gateway.url);
    const rebound = await import("node:http").then(
      ({ request }) =>
        new Promise<number | undefined>((resolve) => {
          const sent = request({
            port,
            path: "/graphql?query={__typename}",
            headers: { host: "evil.example" },
          });
          sent.on("response", (response) => resolve(response.resume().statusCode)).end();
        }),
    );
    expect(rebound).toBe(403);
  });

  it("may not be too deep or too wide", async () => {
    const wide = "{ notes(first: 100) { id } ".concat(
      Array.from({ length: 300 }, (_, index) => `n${index}: notes(first: 100) { id }`).join(" "),
      "}",
    );
    expect(await refusal(await post(json, JSON.stringify({ query: wide })))).toEqual([
      400,
      "QUERY_TOO_LARGE",
    ]);
    const deep = `{ notes ${"{ author ".repeat(20)} { id } ${"}".repeat(20)} }`;
    expect(await refusal(await post(json, JSON.stringify({ query: deep })))).toEqual([
      400,
      "QUERY_TOO_LARGE",
    ]);
  });
});
