import { SlicewayError } from "@sliceway/errors";
import type { DeploymentManner } from "@sliceway/protocol/client";
import { type CanaryOptions, parseCanary } from "./parse-canary.ts";

export interface MannerOptions extends CanaryOptions {
  /** Name of a preview. */
  preview?: string | undefined;
  hours?: number | undefined;
}

/** Reads how releases are to go live, or to be shown. Throws SlicewayError `CANARY_MISSPELT` or `MANNER_UNCLEAR`. */
export function parseManner({ preview: name, hours, ...options }: MannerOptions): DeploymentManner {
  const canary = parseCanary(options);
  if (canary && name !== undefined)
    throw new SlicewayError(
      "MANNER_UNCLEAR",
      "A canary is for everybody, a preview for those with a link.",
      "Say --canary or --preview, not both.",
    );
  if (canary) return { canary };
  return name === undefined ? {} : { preview: { name, ...(hours !== undefined && { hours }) } };
}
