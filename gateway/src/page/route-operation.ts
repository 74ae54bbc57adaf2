import type { LinkedOperation } from "@sliceway/protocol";
import type { ReadyVector, SliceRoute } from "../routing/ready-vector.ts";

/** The operation that the route's slice names for it. */
export function findRouteOperation({ vector }: ReadyVector, route: SliceRoute): LinkedOperation | undefined {
  return vector.operations.find(({ slice, name }) => slice === route.slice && name === route.operation);
}
