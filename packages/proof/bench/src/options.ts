import { readOptions } from "@sliceway/trial-kit";
import { z } from "zod";
import type { Config } from "./config.ts";

export const HELP = `Measures a running platform that has the demo network. See packages/proof/bench/README.md.

  npm run bench -- <what> [options]

  page-bytes   JavaScript and CSS of the feed page, beside the same pages as one bundle without federation
  lighthouse   scores, LCP, TBT, CLS of the feed page: visitor and member, phone and desktop
  memory       resident memory, process by process (Linux)
  events       latency and throughput of events on both transports, beside a peer; needs no platform
  readme       the README's table, all of it anew in a clone of what is committed, as Markdown; 45 minutes
  deploy-load  constant load on one vector; deploy meanwhile

  --url <url>         the gateway (http://localhost:8000)
  --registry <url>    the registry (http://127.0.0.1:7000)
  --home <folder>     memory: where the platform has its data (SLICEWAY_HOME, or .sliceway)
  --vector <id>       deploy-load: on which vector (the live one)
  --seconds <n>       deploy-load: for how long (30)
  --per-second <n>    deploy-load: requests a second (50)
  --runs <n>          lighthouse: of so many, the one of the median performance (1)
  --skip-trials       readme: without the rows of test:swap and test:events, which take half of the time
  --short             the least that shows that it still works
  --json              one value on standard output, for programs; the table on standard error
  -h, --help          this`;

const count = z.coerce.number().int().min(1).max(10_000);
const schema = z.object({
  url: z.url().default("http://localhost:8000"),
  registry: z.url().default("http://127.0.0.1:7000"),
  home: z.string().optional(),
  vector: z.string().optional(),
  seconds: count.default(30),
  "per-second": count.default(50),
  runs: count.default(1),
  short: z.boolean().default(false),
  "skip-trials": z.boolean().default(false),
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
  /** The least that shows that the script still works. */
  short: boolean;
  /** Of the README's table: leaves out the rows of the trials. */
  skipTrials: boolean;
  json: boolean;
  help: boolean;
}

/** Reads `["page-bytes", "--url", "http://localhost:8100"]`. Throws SlicewayError `OPTION_INVALID`. */
export function readBenchOptions(argv: string[], config: Config): Options {
  const { words, ...values } = readOptions(argv, schema, { usage: "npm run bench -- --help", words: true });
  const { url, registry, home, vector, "per-second": perSecond, "skip-trials": skipTrials, ...rest } = values;
  return {
    ...config,
    ...rest,
    what: words[0] ?? "",
    home: home ?? config.home,
    gatewayUrl: url.replace(/\/$/, ""),
    registryUrl: registry,
    vectorId: vector,
    perSecond,
    skipTrials,
  };
}
