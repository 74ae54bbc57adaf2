import { resolve } from "node:path";
import { startTestSlice } from "../src/testing/index.ts";
import { notes } from "./notes/slice.ts";

const folder = resolve(import.meta.dirname, "notes");

export type Notes = Awaited<ReturnType<typeof startNotes>>;

export function startNotes() {
  return startTestSlice(notes, {
    slice: "notes",
    schemaFile: resolve(folder, "schema.graphql"),
    migrationsDir: resolve(folder, "migrations"),
  });
}

/** Posts anything anywhere on the server. */
export async function post(notes: Notes, path: string, token: string | null, body: unknown) {
  const response = await fetch(`${notes.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer };
}

/** The settings of another process of the same slice. */
export function environment({ config }: Notes, instance: string): Record<string, string> {
  return {
    SLICE: config.slice,
    RELEASE: config.release,
    INSTANCE: instance,
    PORT: "0",
    DATABASE_URL: config.databaseUrl,
    EVENTS_URL: config.eventsUrl,
    REGISTRY_URL: config.registryUrl,
    SERVICE_TOKEN: config.serviceToken,
    KEYS_CACHE: config.keysCache,
    SCHEMA_FILE: config.schemaFile,
  };
}
