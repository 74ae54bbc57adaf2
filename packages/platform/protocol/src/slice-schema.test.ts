import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { sliceManifestSchema } from "./slice-manifest.ts";

const file = resolve(import.meta.dirname, "../slice.schema.json");
const schema = z.toJSONSchema(sliceManifestSchema, { io: "input" });

test("slice.schema.json, which editors read, says what the platform reads (WRITE=1 writes it)", () => {
  if (process.env.WRITE === "1") writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(schema);
});
