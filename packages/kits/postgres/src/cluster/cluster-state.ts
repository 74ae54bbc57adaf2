import { join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { parseFile, writeFileAtomically } from "@sliceway/service-kit";
import { z } from "zod";
import { errors } from "../errors.ts";

const schema = z.object({
  /** The superuser's password. */
  password: z.string().min(1),
  /** The port it last ran on. */
  port: z.number().int().optional(),
});

/** What a launcher must know of a data directory; kept in it, readable to its owner only. */
export type ClusterState = z.infer<typeof schema>;

export async function readClusterState(dataDir: string): Promise<ClusterState> {
  try {
    return await parseFile(schema, statePath(dataDir));
  } catch (cause) {
    if ((cause as SlicewayError).code === "FORMAT_UNKNOWN") throw cause;
    throw new SlicewayError(errors.POSTGRES_DATA_UNKNOWN((cause as Error).message), { cause });
  }
}

export async function writeClusterState(dataDir: string, state: ClusterState): Promise<void> {
  await writeFileAtomically(statePath(dataDir), `${JSON.stringify(state)}\n`, 0o600);
}

function statePath(dataDir: string): string {
  return join(dataDir, "sliceway.json");
}
