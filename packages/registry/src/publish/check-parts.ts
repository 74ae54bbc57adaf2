import { operationId, type Problem, type Release } from "@sliceway/manifest";
import { GraphQLError } from "graphql";
import { problemAt } from "../problem-at.ts";

type Blame = { code: string; file: string; line?: number; operation?: string; message: string; fix: string };

/** Finds what a release says against itself: ids, and references to what it does not have. */
export function checkParts(release: Release): Problem[] {
  const found = [
    ...checkIdentity(release),
    ...release.operations.flatMap((operation) => checkOperation(release, operation)),
    ...checkMigrations(release),
    ...checkModules(release),
    ...checkWebFiles(release),
  ];
  return found.map(({ file, line, ...blame }) =>
    problemAt({ slice: release.slice, release: release.id, file, line: line ?? null }, blame),
  );
}

function checkIdentity({ slice, role, manifest, schema }: Release): Blame[] {
  const file = "slice.json";
  const wrong: Blame[] = [];
  if (manifest.name !== slice || manifest.role !== role)
    wrong.push({
      code: "MANIFEST_DIFFERS",
      file,
      message: `The release is ${slice} (${role}), its slice.json says ${manifest.name} (${manifest.role}).`,
      fix: "Build the release from that slice.json.",
    });
  if ((schema !== undefined) !== (manifest.server !== undefined))
    wrong.push({
      code: "SCHEMA_WITHOUT_SERVER",
      file,
      message: "A slice has a schema exactly if it has a server.",
      fix: "Add contract/schema.graphql, or take the server out of slice.json.",
    });
  return wrong;
}

function checkOperation(
  { slice }: Release,
  { id, name, text, file, line }: Release["operations"][number],
): Blame[] {
  if (id === expectedId(slice, text)) return [];
  return [
    {
      code: "OPERATION_ID_WRONG",
      file,
      line,
      operation: name,
      message: `The operation ${name} has an id that does not follow from its text.`,
      fix: "Generate the slice's documents again and build.",
    },
  ];
}

/** Null for a text that is no GraphQL: then no id is right. */
function expectedId(slice: string, text: string): string | null {
  try {
    return operationId(slice, text);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

function checkMigrations({ migrations, files }: Release): Blame[] {
  const hashes = new Map(files.map((file) => [file.path, file.sha256]));
  const wrong = migrations.filter(({ name, sha256 }) => hashes.get(`server/migrations/${name}`) !== sha256);
  return wrong.map(({ name }) => ({
    code: "MIGRATION_WRONG",
    file: `server/migrations/${name}`,
    message: `The migration ${name} is not among the files with that sha256.`,
    fix: "Build the release again.",
  }));
}

/** Routes and slots name modules, operations and fragments: the release must have them. */
function checkModules({ manifest, web, operations, fragments }: Release): Blame[] {
  const routes = manifest.web?.routes ?? [];
  const slots = Object.values(manifest.web?.slots ?? {});
  const modules = [...routes, ...slots].map(
    ({ module }) => ["module", module, web?.exposes[module]] as const,
  );
  const runs = routes.map(
    ({ operation }) => ["operation", operation, operations.find(({ name }) => name === operation)] as const,
  );
  const takes = slots.map(
    ({ fragment }) =>
      ["exposed fragment", fragment, fragments.find(({ name }) => name === fragment)] as const,
  );
  return [...modules, ...runs, ...takes].flatMap(([kind, name, found]) =>
    name === undefined || found
      ? []
      : [
          {
            code: "NAME_UNKNOWN",
            file: "slice.json",
            message: `slice.json names the ${kind} ${name}, which the release does not have.`,
            fix: "Correct the name, or add what it names.",
          },
        ],
  );
}

function checkWebFiles({ id, web, files }: Release): Blame[] {
  if (!web) return [];
  const paths = new Set(files.map((file) => file.path));
  const exposed = Object.values(web.exposes).flatMap(({ js, css }) => [...js, ...css]);
  const missing = [web.entry, ...web.styles, ...exposed].filter((path) => !paths.has(`web/${path}`));
  const wrong: Blame[] = [...new Set(missing)].map((path) => ({
    code: "FILE_UNKNOWN",
    file: `web/${path}`,
    message: `The web part needs ${path}, which is not among the release's files.`,
    fix: "Build the release again.",
  }));
  // Two releases of one slice can live in one page only if their globals differ.
  if (!/^[A-Za-z_$][\w$]*$/.test(web.container) || !web.container.includes(id))
    wrong.push({
      code: "CONTAINER_WRONG",
      file: "release.json",
      message: `The container ${web.container} is not a JS identifier that carries the release's id.`,
      fix: `Name it like posts__${id}.`,
    });
  return wrong;
}
