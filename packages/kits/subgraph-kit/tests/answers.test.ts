import { SESSION_HEADER } from "@sliceway/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Notes, post, startNotes } from "./start-notes.ts";

let notes: Notes;
beforeAll(async () => {
  notes = await startNotes();
});
afterAll(() => notes[Symbol.asyncDispose]());

describe("an error", () => {
  test("in a resolver is told without its words", async () => {
    const { status, data, errors } = await notes.query("{ broken viewer }");
    expect(status).toBe(200);
    expect(data).toMatchObject({ broken: null, viewer: expect.any(String) });
    expect(errors).toEqual([
      {
        message: "Something went wrong in notes.",
        path: ["broken"],
        locations: expect.anything(),
        extensions: { code: "INTERNAL_ERROR" },
      },
    ]);
  });

  test("of the caller is told as it is", async () => {
    const { status, errors } = await notes.query("{ nothing }");
    expect({ status, errors }).toMatchObject({
      status: 400,
      errors: [
        { message: expect.stringContaining("nothing"), extensions: { code: "GRAPHQL_VALIDATION_FAILED" } },
      ],
    });
  });

  test("comes after 2 s instead of an answer that takes longer", async () => {
    const { status, errors } = await notes.query("{ slow }");
    expect({ status, errors }).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: "DEADLINE_EXCEEDED" } }],
    });
  });
});

describe("the session", () => {
  test("is opened and closed by mutations, in a header of the answer", async () => {
    const opened = await notes.query('mutation { logIn(session: "s1") }');
    const closed = await notes.query("mutation { logOut }");
    expect([opened, closed].map(({ headers }) => headers.get(SESSION_HEADER))).toEqual([
      expect.stringMatching(/^open s1-\S+ 60$/),
      "close",
    ]);
  });

  test.each(["{ openInQuery }", "mutation { openAnyway }"])("is not touched by %s", async (document) => {
    const { headers, errors } = await notes.query(document);
    expect(headers.get(SESSION_HEADER)).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: "INTERNAL_ERROR" } }]);
  });

  test("is resolved for the gateway", async () => {
    const token = await notes.gateway.sign("notes");
    const claims = { sessionId: "s1", userId: "alice", handle: "alice", developer: false };
    expect(await post(notes, "/identity/session", token, { token: "open" })).toEqual({
      status: 200,
      answer: { claims },
    });
    expect(await post(notes, "/identity/session", token, { token: "shut" })).toEqual({
      status: 200,
      answer: { claims: null },
    });
    expect(await post(notes, "/identity/session", token, {})).toMatchObject({ status: 400 });
  });
});
