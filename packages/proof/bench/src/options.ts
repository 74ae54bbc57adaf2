import { parseArgs } from "node:util";
import { SlicewayError } from "@sliceway/errors";
import { z } from "zod";
import type { Config } from "./config.ts";

const flags = {
  url: { type: "string" },
  registry: { type: "string" },
  home: { type: "string" },
  vector: { type: "string" },
  seconds: { type: "string" },
  "per-second": { type: "string" },
  runs: { type: "string" },
  json: { type: "boolean" },
} as const;

const count = z.coerce.number().int().min(1).max(10_000);
const schema = z.object({
  url: z.url().default("http://localhost:8000"),
  registry: z.url().default("http://127.0.0.1:7000"),
  home: z.string().optional(),
  vector: z.string().optional(),
  seconds: count.default(30),
  "per-second": count.default(50),
  runs: count.default(1),
  json: z.boolean().default(false),
});

/** What every script may be told; each reads what concerns it. */
export interface Options extends Config {
  /** Name of the script. */
  what: string;
  gatewayUrl: string;
  registryUrl: string;
  /** Undefined: the one that is live. */
  vectorId: string | undefined;
  seconds: number;
  perSecond: number;
  runs: number;
  json: boolean;
}

/** Reads `["page-bytes", "--url", "http://localhost:8100"]`. Throws SlicewayError `OPTION_INVALID`. */
export function readOptions(argv: string[], config: Config): Options {
  const { what, values } = parse(argv);
  const { url, registry, home, vector, "per-second": perSecond, ...rest } = values;
  return {
    ...config,
    ...rest,
    what,
    home: home ?? config.home,
    gatewayUrl: url.replace(/\/$/, ""),
    registryUrl: registry,
    vectorId: vector,
    perSecond,
  };
}

function parse(argv: string[]) {
  try {
    const { positionals, values } = parseArgs({ args: argv, options: flags, allowPositionals: true });
    return { what: positionals[0] ?? "", values: schema.parse(values) };
  } catch (error) {
    throw new SlicewayError(
      "OPTION_INVALID",
      explain(error),
      "See packages/proof/bench/README.md for what there is.",
    );
  }
}

function explain(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`).join("\n");
  }
  return error instanceof Error ? error.message : String(error);
}
