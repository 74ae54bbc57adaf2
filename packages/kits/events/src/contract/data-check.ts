import type { EventSchema } from "@sliceway/protocol";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { EventDataError } from "./event-data-error.ts";

/** Gives a copy of the data with what its schema describes and nothing else. Throws EventDataError. */
export type DataCheck<Data> = (data: unknown) => Data;

/** Slow to make and fast to call. */
export function createDataCheck<Data>({ $schema: _, ...schema }: EventSchema): DataCheck<Data> {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, removeAdditional: "all" });
  addFormats.default(ajv);
  const fits = ajv.compile<Data>(schema);
  return (given) => {
    const data: unknown = structuredClone(given);
    if (fits(data)) return data;
    throw new EventDataError(schema.title, (fits.errors ?? []).map(describe));
  };
}

/** `/lines/0/price must be integer` */
function describe({ instancePath, message }: ErrorObject): string {
  return `${instancePath} ${message}`.trim();
}
