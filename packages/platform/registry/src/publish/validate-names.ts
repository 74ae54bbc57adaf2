import type { Release } from "@sliceway/protocol";
import type { Blame } from "./blame.ts";
import { releaseErrors } from "./release-errors.ts";

/** Routes and slots name modules, operations and fragments: the release must have them. */
export function validateNames({ manifest, web, operations, fragments }: Release): Blame[] {
  const routes = manifest.web?.routes ?? [];
  const slots = Object.values(manifest.web?.slots ?? {});
  const modules = [...routes, ...slots].map(
    ({ module }) => ["module", module, web?.exposes[module]] as const,
  );
  const runs = routes.map(
    ({ operation }) => ["operation", operation, operations.find(({ name }) => name === operation)] as const,
  );
  const takes = slots.map(
    ({ fragment }) =>
      ["exposed fragment", fragment, fragments.find(({ name }) => name === fragment)] as const,
  );
  return [...modules, ...runs, ...takes].flatMap(([kind, name, found]) =>
    name === undefined || found
      ? []
      : [
          {
            ...releaseErrors.NAME_UNKNOWN(
              `slice.json names the ${kind} ${name}, which the release does not have.`,
            ),
            file: "slice.json",
          },
        ],
  );
}
