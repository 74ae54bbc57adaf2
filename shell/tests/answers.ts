const ALICE = { __typename: "Person", id: "p1", name: "Alice", handle: "alice" };
const TEXTS = ["First", "Second", "Third"];

/** Two notes a page, cursors by index. */
export function notes(after: unknown = null, author: object | null = ALICE) {
  const start = after === null || after === undefined ? 0 : Number(after) + 1;
  const edges = TEXTS.slice(start, start + 2).map((text, index) => ({
    __typename: "NoteEdge",
    cursor: String(start + index),
    node: { __typename: "Note", id: `n${start + index}`, text, author },
  }));
  const endCursor = edges.at(-1)?.cursor ?? null;
  const pageInfo = { __typename: "PageInfo", hasNextPage: start + 2 < TEXTS.length, endCursor };
  return { data: { notes: { __typename: "NoteConnection", edges, pageInfo } } };
}

/** As a gateway answers when a slice is away. */
function unavailable(slice: string) {
  return { message: "away", extensions: { code: "SLICE_UNAVAILABLE", slice } };
}

export function notesWithoutPeople() {
  const nameless = { __typename: "Person", id: "p1", name: null, handle: null };
  return { ...notes(null, nameless), errors: [unavailable("people")] };
}

export function noNotes() {
  return { data: { notes: null }, errors: [unavailable("notes")] };
}

export function notesBy(count: number) {
  const edges = TEXTS.slice(0, count).map((text, index) => ({
    __typename: "NoteEdge",
    cursor: String(index),
    node: { __typename: "Note", id: `n${index}`, text },
  }));
  const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };
  return { data: { notesBy: { __typename: "NoteConnection", edges, pageInfo } } };
}
