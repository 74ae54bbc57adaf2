import { createDemoNetwork } from "@sliceway/demo-network";
import type { Io } from "../io.ts";

/** What to do next, in a few lines; the last line of all is where. */
export function renderWelcome(
  { colors: { bold, dim, yellow, green } }: Io,
  { gatewayUrl, hasDemo, differing, missing }: Welcome,
): string[] {
  return [
    "",
    ...missing.map((release) =>
      yellow(`${release} is not ready yet; its parts of the page come when it is.`),
    ),
    ...(differing.length > 0
      ? [
          yellow(`The working tree differs from what is live: ${differing.join(", ")}.`),
          `Deploy it: npx sliceway deploy ${differing.join(" ")}`,
        ]
      : []),
    ...(hasDemo ? [demoAccounts()] : []),
    dim(
      "npx sliceway status shows what is live; npx sliceway deploy <slice> swaps a slice; Ctrl-C stops everything.",
    ),
    `${green("ready")}  ${bold(gatewayUrl)}`,
  ];
}

export interface Welcome {
  gatewayUrl: string;
  hasDemo: boolean;
  /** Slices whose sources are not those of the live release. */
  differing: string[];
  /** Live releases whose server is not ready. */
  missing: string[];
}

function demoAccounts(): string {
  const documented = createDemoNetwork().people.filter(({ password }) => password);
  const handles = documented.map(({ handle }) => handle).join(" or ");
  return `Log in as ${handles}, password ${documented[0]?.password}, or sign up.`;
}
