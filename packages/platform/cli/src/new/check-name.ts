import { SlicewayError } from "@sliceway/errors";
import type { SliceManifest } from "@sliceway/protocol";
import { errors } from "./new-errors.ts";

const LONGEST_NAME = 31;

/** What the platform calls its own parts, the gateway its paths, and the database server its databases. */
const RESERVED = new Set(
  [
    "shell gateway registry runtime packages slices sliceway platform",
    "api assets beacon boot explorer graphql healthz metrics pin readyz stream",
    "events postgres template0 template1",
  ].flatMap((line) => line.split(" ")),
);

type Known = Pick<SliceManifest, "name" | "web">;

/**
 * Throws SlicewayError unless a slice may be called `name` beside those that are `known`: `NAME_MISSPELT`,
 * `NAME_RESERVED`, `SLICE_EXISTS`, `ROUTE_TAKEN`.
 */
export function checkName(name: string, known: readonly Known[]): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length < 2 || name.length > LONGEST_NAME)
    throw misspelt(name);
  if (RESERVED.has(name)) throw reserved(name);
  for (const slice of known) {
    if (slice.name === name) throw exists(name);
    const route = slice.web?.routes.find(({ path }) => path.split("/")[1] === name);
    if (route) throw routeTaken(name, slice.name, route.path);
  }
}

function misspelt(name: string): SlicewayError {
  return new SlicewayError(
    errors.NAME_MISSPELT(`A slice cannot be called "${name}".`, { longest: LONGEST_NAME }),
  );
}

function reserved(name: string): SlicewayError {
  return new SlicewayError(errors.NAME_RESERVED(`The platform uses the name "${name}" itself.`, { name }));
}

function exists(name: string): SlicewayError {
  return new SlicewayError(
    errors.SLICE_EXISTS(`There is a slice called "${name}" already, in slices/${name}.`),
  );
}

function routeTaken(name: string, slice: string, path: string): SlicewayError {
  return new SlicewayError(
    errors.ROUTE_TAKEN(`The slice would have the route /${name}, but ${slice} has ${path}.`),
  );
}
