import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type FieldNode, Kind, parse, visit } from "graphql";
import { type Kysely, sql } from "kysely";
import type { QueryOptions, TestSlice } from "./start-test-slice.ts";

/** Tries mutations as a client does that got no answer. */
export interface Repeats {
  /**
   * Sends a mutation twice under one key and gives the first answer's data. Fails unless the first call changes
   * something, and the second answers alike, changes nothing and publishes nothing.
   */
  send<Data>(document: string, options?: QueryOptions): Promise<Data>;
  /** The schema's mutations that were not sent. */
  untried(): Promise<string[]>;
}

/** `ignoring` are columns that a repeat may change, such as the hash of a session's new token. */
export function repeatMutations<DB>(server: TestSlice<DB>, { ignoring = [] as string[] } = {}): Repeats {
  const tried = new Set<string>();
  const contents = async () => [await readTables(server.db, ignoring), await listEventIds(server)];
  return {
    async send<Data>(document: string, options: QueryOptions = {}) {
      for (const name of rootFields(document)) tried.add(name);
      const ask = () => server.query<Data>(document, { idempotencyKey, ...options });
      const idempotencyKey = randomUUID();
      const before = await contents();
      const { data, errors } = await ask();
      assert.equal(errors, undefined);
      const after = await contents();
      assert.notDeepEqual(after, before, `this changes nothing: ${document}`);
      const again = await ask();
      assert.deepEqual({ data: again.data, errors: again.errors }, { data, errors });
      assert.deepEqual(await contents(), after, `a repeat changes something: ${document}`);
      return data;
    },
    untried: async () => (await listMutations(server.config.schemaFile)).filter((name) => !tried.has(name)),
  };
}

/** All rows of the slice's own tables. */
async function readTables<DB>(db: Kysely<DB>, ignoring: string[]): Promise<Record<string, unknown>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' order by 1
  `.execute(db);
  const contents: Record<string, unknown> = {};
  for (const { name } of tables) {
    const { rows } = await sql`
      select to_jsonb(row) - ${ignoring}::text[] as row from ${sql.table(name)} as row order by 1
    `.execute(db);
    contents[name] = rows;
  }
  return contents;
}

/** Of all events published so far. The outbox is read first: what leaves it meanwhile is in the log then. */
async function listEventIds<DB>({ db, published }: TestSlice<DB>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from sliceway.outbox`.execute(db);
  return [...new Set([...rows, ...(await published())].map(({ id }) => id))].sort();
}

function rootFields(document: string): string[] {
  return parse(document).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.filter(isField).map(({ name }) => name.value)
      : [],
  );
}

function isField(selection: { kind: Kind }): selection is FieldNode {
  return selection.kind === Kind.FIELD;
}

async function listMutations(schemaFile: string): Promise<string[]> {
  const names: string[] = [];
  visit(parse(await readFile(schemaFile, "utf8")), {
    ObjectTypeDefinition({ name, fields = [] }) {
      if (name.value === "Mutation") names.push(...fields.map((field) => field.name.value));
    },
  });
  return names;
}
