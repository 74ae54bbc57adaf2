import { dependencyRule } from "./dependency-rule.ts";
import type { Place } from "./places.ts";

/** Boxes of the picture around the places, in the order in which they are drawn. */
const BOXES: Record<string, Place[]> = {
  "slices/": ["web", "server", "contract"],
  "packages/platform": ["cli", "runtime", "registry", "protocol"],
  "packages/kits": ["kits", "errors"],
};

/** Drawn alone. */
const APPS: Place[] = ["shell", "gateway"];

const LABELS: Partial<Record<Place, string>> = { kits: "all other kits" };

/**
 * The dependency rule as a Mermaid flowchart. An arrow says: may import. `errors`, which everything but contracts may import,
 * and `tooling` and `proof`, which may import all packages and are imported by none of these, would only hide the rest.
 */
export function drawRule(): string {
  const boxes = Object.entries(BOXES).flatMap(([title, places]) => [
    `  subgraph "${title}"`,
    ...places.map((place) => `    ${node(place)}`),
    "  end",
  ]);
  const places = [...APPS, ...Object.values(BOXES).flat()];
  const arrows = places.flatMap((from) =>
    dependencyRule[from]
      .filter((to) => to !== from && (to !== "errors" || from === "protocol"))
      .map((to) => `  ${from} ${to === "contract" ? "-. types .->" : "-->"} ${to}`),
  );
  return ["flowchart TD", ...APPS.map((place) => `  ${node(place)}`), ...boxes, ...arrows].join("\n");
}

function node(place: Place): string {
  return `${place}["${LABELS[place] ?? place}"]`;
}
