import type { ReleaseSketch } from "@sliceway/registry/testing";
import { trialRelease } from "./trial-release.ts";

const CREATE = { "slice/0001_note.sql": "create table note (id int, text text, old_text text);" };
const DROP = { "slice/0002_drop.sql": "alter table note drop column old_text;" };

/** A release as it is published: fields of the root and operations that ask for those of others. */
export function sketchRelease(ref: string): ReleaseSketch {
  const { gives, needs } = trialRelease(ref);
  return {
    schema: `type Query { ${gives.map((field) => `${field}: String`).join(" ")} }`,
    operations: needs.map((field) => `query Needs_${field} { ${field} }`),
    files: { "server/server.mjs": ref },
    ...(ref.startsWith("notes@") && sketchDatabase(Number(ref.slice("notes@".length)))),
  };
}

/** The column goes with the third release, when the second has long done without it. */
function sketchDatabase(number: number): Pick<ReleaseSketch, "migrations" | "database"> {
  return {
    migrations: { ...CREATE, ...(number >= 2 && DROP) },
    database: { note: number === 0 ? ["id", "text", "old_text"] : ["id", "text"] },
  };
}
