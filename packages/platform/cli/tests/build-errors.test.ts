import { join } from "node:path";
import { expect, test } from "vitest";
import { buildRelease } from "../src/release/build-release.ts";
import { listNames, notesProject } from "./support/notes.ts";

interface Mistake {
  what: string;
  files: Record<string, string>;
  code: string;
  message: RegExp;
}

const NO_SERVER = JSON.stringify({ name: "notes", owner: "team", title: { en: "Notes" }, sever: {} });
const mistakes: Mistake[] = [
  {
    what: "a slice.json that is not JSON",
    files: { "slice.json": "{" },
    code: "FILE_INVALID",
    message: /notes\/slice\.json is not JSON/,
  },
  {
    what: "a misspelt key of slice.json",
    files: { "slice.json": NO_SERVER },
    code: "FILE_INVALID",
    message: /slice\.json is not valid: .*"sever"/,
  },
  {
    what: "a slice that is not called like its folder",
    files: { "slice.json": NO_SERVER.replace('"sever":{}', '"web":{}').replace("notes", "memos") },
    code: "SLICE_MISNAMED",
    message: /called "memos", but its folder is called "notes"/,
  },
  {
    what: "a server that is not TypeScript",
    files: { "server/src/main.ts": "const fine = 1;\nconst x = ;\n" },
    code: "SERVER_BUILD_FAILED",
    message: /server\/src\/main\.ts:2:11 Unexpected ";"\n {4}const x = ;/,
  },
  {
    what: "an import of something that is not there",
    files: { "server/src/main.ts": 'import { x } from "./missing.ts";\nx();\n' },
    code: "SERVER_BUILD_FAILED",
    message: /main\.ts:1:19 Could not resolve "\.\/missing\.ts"/,
  },
  {
    what: "a page that is not TypeScript",
    files: { "web/src/pages/NotesPage.tsx": "export function NotesPage( {" },
    code: "BUILD_FAILED",
    message: /pages\/NotesPage\.tsx(?![\s\S]*Module build failed)[\s\S]*:1/,
  },
  {
    what: "an operation that the contracts do not know",
    files: { "web/src/pages/NotesPage.graphql": "query NotesPage {\n  nots\n}\n" },
    code: "DOCUMENT_INVALID",
    message: /web\/src\/pages\/NotesPage\.graphql:2 Cannot query field "nots"/,
  },
];

test.each(mistakes)("$what is refused with its place, and leaves nothing behind", async (mistake) => {
  await using project = await notesProject(mistake.files);
  const releasesDir = join(project.path, "out");
  const building = buildRelease({ sliceDir: join(project.path, "slices/notes"), releasesDir });
  await expect(building).rejects.toMatchObject({
    name: "SlicewayError",
    code: mistake.code,
    message: expect.stringMatching(mistake.message),
    fix: expect.stringMatching(/^[A-Z].*\.$/),
  });
  expect(await listNames(releasesDir).catch(() => [])).toEqual([]);
});
