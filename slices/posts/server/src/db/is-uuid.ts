import { z } from "zod";

const uuid = z.uuid();

/** Ids come from outside; PostgreSQL refuses to compare a uuid with anything else. */
export function isUuid(id: string): boolean {
  return uuid.safeParse(id).success;
}
