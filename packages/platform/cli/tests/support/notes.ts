import { readdir, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type TemporaryFolder, temporaryFolder } from "../../src/testing/temporary-folder.ts";

const projectDir = resolve(import.meta.dirname, "../../../../..");

/** A slice with a server and a page; all of it can be told apart in a test. */
export const NOTES = {
  "slice.json": JSON.stringify({
    name: "notes",
    owner: "team-notes",
    title: { en: "Notes" },
    server: { start: ["node", "server.mjs"] },
    web: {
      routes: [
        { path: "/notes", module: "./pages/NotesPage", title: { en: "Notes" }, operation: "NotesPage" },
      ],
    },
  }),
  "contract/schema.graphql": `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
type Query { notes: [String!] }
`,
  "server/src/main.ts": `
import { runSlice } from "@sliceway/subgraph-kit";
const resolvers = { Query: { notes: () => ["one"] } };
await runSlice({ resolvers, createContext: (request) => request });
`,
  "server/migrations/0001_notes.sql": "create table note (id uuid primary key);\n",
  "web/src/pages/NotesPage.graphql": "query NotesPage { notes }\n",
  "web/src/pages/NotesPage.tsx": `
import { usePageQuery } from "@sliceway/web-kit";
import { NotesPage as NotesPageDocument } from "./NotesPage.graphql.ts";
export function NotesPage() {
  const { data } = usePageQuery(NotesPageDocument);
  return <p>{data.notes?.join(" ")}</p>;
}
`,
};

/** A project with the slice `notes` in a folder of its own; `files` are written over it, by their path in the slice. */
export async function notesProject(files: Record<string, string> = {}): Promise<TemporaryFolder> {
  const folder = await temporaryFolder(inSlice("notes", { ...NOTES, ...files }));
  await symlink(join(projectDir, "node_modules"), join(folder.path, "node_modules"));
  return folder;
}

/** Paths of a slice as paths of the project. */
export function inSlice(slice: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`slices/${slice}/${path}`, text]));
}

/** Names in a folder, without those that begin with a dot. */
export async function listNames(dir: string): Promise<string[]> {
  return (await readdir(dir)).filter((name) => !name.startsWith(".")).sort();
}
