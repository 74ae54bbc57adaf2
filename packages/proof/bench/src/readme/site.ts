import type { Options } from "../options.ts";

/** A running platform with the demo network. */
export type Site = Pick<Options, "home" | "gatewayUrl" | "registryUrl">;
