import { z } from "zod";
import type { Site } from "./site.ts";
import { sliceway } from "./sliceway.ts";

const statusSchema = z.object({
  slices: z.array(z.object({ slice: z.string(), release: z.string().nullable() })),
  canaries: z.array(z.object({ deployment: z.string(), releases: z.array(z.string()), percent: z.number() })),
  previews: z.array(z.object({ name: z.string(), vector: z.string() })),
});

/** Of what `sliceway status --json` prints, what an upgrade has to leave as it is. */
export type Status = z.infer<typeof statusSchema>;

export async function readStatus(dir: string, site: Site): Promise<Status> {
  return statusSchema.parse(JSON.parse(await sliceway(dir, site, "status", "--json")));
}

/** The release of a slice that is live: `posts@3f9c2a1b04de`. */
export function liveRelease({ slices }: Status, slice: string): string {
  return `${slice}@${slices.find((one) => one.slice === slice)?.release}`;
}
