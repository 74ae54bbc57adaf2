import type { SliceSketch } from "./make-vector.ts";
import { type RunningSlice, type SliceOptions, startSlice } from "./start-slice.ts";

/** Two small slices that lean on each other: notes, and the people who wrote them. */
export const PEOPLE: SliceSketch & { schema: string } = {
  release: "aaaaaaaaaaaa",
  schema: `
    type Query { viewer: User }
    type User @key(fields: "id") { id: ID! name: String }`,
};

export const NOTES: SliceSketch & { schema: string } = {
  release: "bbbbbbbbbbbb",
  schema: `
    type Query { notes(first: Int = 20): [Note!]  note(id: ID!): Note }
    type Mutation { addNote(text: String!): Note! }
    type Note @key(fields: "id") { id: ID! text: String author: User }
    type User @key(fields: "id") { id: ID! }`,
  operations: {
    NotesPage: "query NotesPage { notes { id text author { id name } } viewer { id name } }",
    NotePage: "query NotePage($id: ID!) { note(id: $id) { id text author { name } } }",
    AddNote: "mutation AddNote($text: String!) { addNote(text: $text) { id text } }",
  },
  manifest: {
    web: {
      routes: [
        {
          path: "/",
          module: "./pages/NotesPage",
          title: { en: "Notes", ko: "노트" },
          operation: "NotesPage",
          variables: {},
        },
        {
          path: "/notes/:id",
          module: "./pages/NotePage",
          title: { en: "Note" },
          operation: "NotePage",
          variables: { id: ":id" },
        },
      ],
      navigation: [],
      slots: {},
    },
  },
};

type Given = Partial<SliceOptions>;

export function startPeople(given: Given = {}): Promise<RunningSlice> {
  return startSlice({
    slice: "people",
    release: PEOPLE.release,
    schema: PEOPLE.schema,
    ...given,
    resolvers: {
      Query: { viewer: (_parent, _args, { claims }) => (claims.sub ? { id: claims.sub, name: "Me" } : null) },
      User: { __resolveReference: ({ id }) => ({ id, name: `User ${id}` }) },
      ...given.resolvers,
    },
  });
}

const WRITTEN = [
  { id: "1", text: "First", author: { id: "alice" } },
  { id: "2", text: "</script><b>", author: { id: "bob" } },
  { id: "3", text: "Third", author: { id: "alice" } },
];

export function startNotes(given: Given = {}): Promise<RunningSlice> {
  return startSlice({
    slice: "notes",
    release: NOTES.release,
    schema: NOTES.schema,
    ...given,
    resolvers: {
      Query: { notes: () => WRITTEN, note: (_parent, { id }) => WRITTEN.find((note) => note.id === id) },
      Mutation: { addNote: (_parent, { text }) => ({ id: "4", text, author: null }) },
      ...given.resolvers,
    },
  });
}
