import { type DocumentNode, Kind, parse } from "graphql";
import { errors } from "../errors.ts";

/** Why a slice gave no answer; shown in `extensions.reason`. */
export type UnavailableReason =
  | "no-instance"
  | "circuit-open"
  | "connect"
  | "reset"
  | "draining"
  | "deadline"
  | "cancelled"
  | "malformed"
  | `http-${number}`;

interface SliceRequest {
  query?: string | undefined;
  variables?: Record<string, unknown> | undefined;
}

interface SliceError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; slice: string; reason: UnavailableReason };
}

/**
 * The answer in place of a slice's own: no data, and one error for every place that stays empty, so that
 * Apollo can tell the client where. (Thrown errors lose slice and path.)
 */
export function unavailable(slice: string, reason: UnavailableReason, request: SliceRequest) {
  const { code, message } = errors.SLICE_UNAVAILABLE(`The slice "${slice}" is not available`);
  const extensions = { code, slice, reason };
  const placed = emptyPlaces(request).map((path): SliceError => ({ message, path, extensions }));
  return { data: null, errors: placed.length > 0 ? placed : [{ message, extensions }] };
}

function emptyPlaces({ query, variables }: SliceRequest): (string | number)[][] {
  const representations = variables?.representations;
  if (Array.isArray(representations)) return representations.map((_, index) => ["_entities", index]);
  return query ? rootFields(parse(query)).map((name) => [name]) : [];
}

function rootFields(document: DocumentNode): string[] {
  const selections = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [],
  );
  return selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [(selection.alias ?? selection.name).value] : [],
  );
}
