import type { DevEnv } from "@sliceway/dev-env";
import type { Vector } from "@sliceway/protocol";
import { AnswerFault, type Place } from "@sliceway/trial-kit";
import { readMarks } from "../releases/marks.ts";

/** A vector as its pages see it. Its `inspect` refuses data of any release that is not in the vector. */
export interface TrialPlace extends Place {
  vector: Vector;
  /** Scripts and styles, as the page loads them. */
  assets: { path: string; integrity: string }[];
}

export type GetPlace = (vector: string) => Promise<TrialPlace>;

/** Asks the registry once for each vector. */
export function createPlaces({ registry }: Pick<DevEnv, "registry">, gatewayUrl: string): GetPlace {
  const known = new Map<string, Promise<TrialPlace>>();
  return (id) => {
    const place = known.get(id) ?? registry.getVector(id).then((vector) => describe(vector, gatewayUrl));
    known.set(id, place);
    return place;
  };
}

function describe(vector: Vector, gatewayUrl: string): TrialPlace {
  const assets = vector.slices.flatMap(({ slice, release, web }) =>
    Object.entries(web?.integrity ?? {}).map(([path, integrity]) => {
      return { path: `/s/${slice}/${release}/${path}`, integrity };
    }),
  );
  return { gatewayUrl, vector, assets, inspect: (data) => inspect(data, vector) };
}

function inspect(data: unknown, { id, releases }: Vector): void {
  for (const [slice, release] of readMarks(data)) {
    if (releases[slice] === release) continue;
    throw new AnswerFault("vector", `${slice}@${release} has answered a page at ${id}`);
  }
}
