import { SlicewayError } from "@sliceway/errors";
import type { CanaryRequest } from "@sliceway/protocol/client";
import { errors } from "./deployment-errors.ts";

export interface CanaryOptions {
  /** `1,10,50,100` */
  canary?: string | undefined;
  stepMinutes?: number | undefined;
  samples?: number | undefined;
}

/** Reads how a canary is to grow; undefined if none is asked for. Throws SlicewayError `CANARY_MISSPELT`. */
export function parseCanary({ canary, stepMinutes, samples }: CanaryOptions): CanaryRequest | undefined {
  if (canary === undefined) return undefined;
  const steps = canary.split(",").map((part) => parsePercent(part.trim()));
  if (steps.some((step, index) => step <= (steps[index - 1] ?? 0))) throw misspelt(canary);
  return {
    steps,
    ...(stepMinutes !== undefined && { stepMinutes }),
    ...(samples !== undefined && { samples }),
  };
}

/** `10` or `0.5`, with or without a percent sign. */
export function parsePercent(text: string): number {
  const percent = Number(/^(\d+(\.\d{1,2})?)%?$/.exec(text)?.[1]);
  if (!(percent >= 0.01 && percent <= 100)) throw misspelt(text);
  return percent;
}

function misspelt(text: string): SlicewayError {
  return new SlicewayError(errors.CANARY_MISSPELT(`"${text}" is no share of the visitors.`));
}
