import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { parseCachedFile } from "@sliceway/service-kit";
import { z } from "zod";
import { writeJsonFile } from "./routing/json-file.ts";

const schema = z.object({ id: z.string() });

/**
 * The name under which the registry knows this gateway. It outlives restarts: a new name each time would leave
 * the registry waiting for one that is gone.
 */
export async function readGatewayId(stateDir: string): Promise<string> {
  const path = join(stateDir, "gateway-id.json");
  const known = await parseCachedFile(schema, path);
  if (known) return known.id;
  const id = `gateway-${randomUUID().slice(0, 8)}`;
  await writeJsonFile(path, { id });
  return id;
}
