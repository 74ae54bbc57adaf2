import type { ExposedFragment, Problem, Release } from "@sliceway/protocol";
import { type FragmentDefinitionNode, GraphQLError, Kind, visit } from "graphql";
import { problemAt } from "../problem-at.ts";
import { composeErrors } from "./compose-errors.ts";
import { type Place, parseAt, placeIn, placeOf } from "./place.ts";
import { spreadsOf } from "./spreads-of.ts";

/** An exposed fragment, ready to be joined with operations. */
export interface ReadableFragment {
  slice: string;
  name: string;
  text: string;
  place: Place;
  definition: FragmentDefinitionNode;
  /** Names of the fragments that it spreads itself. */
  needs: Set<string>;
}

type Read = { ok: true; fragment: ReadableFragment } | { ok: false; problem: Problem };

/** Exposed fragments are one definition each and use no variables: the operations that spread them have others. */
export function readFragment(release: Release, exposed: ExposedFragment): Read {
  const place = placeIn(release, exposed.file, exposed.line);
  try {
    const [definition, ...others] = parseAt(exposed.text, place).definitions;
    const isOne = definition?.kind === Kind.FRAGMENT_DEFINITION && others.length === 0;
    if (!isOne || definition.name.value !== exposed.name)
      return malformed(place, exposed, "it must be one definition of that name");
    const [variable] = variablesOf(definition);
    if (variable !== undefined) return usesVariable(place, exposed, variable);
    const { name, text } = exposed;
    return {
      ok: true,
      fragment: { slice: release.slice, name, text, place, definition, needs: spreadsOf(definition) },
    };
  } catch (error) {
    if (error instanceof GraphQLError) return malformed(placeOf(error) ?? place, exposed, error.message);
    throw error;
  }
}

function variablesOf(definition: FragmentDefinitionNode): string[] {
  const names: string[] = [];
  visit(definition, { Variable: (node) => void names.push(node.name.value) });
  return names;
}

function malformed(place: Place, { name }: ExposedFragment, reason: string): Read {
  return {
    ok: false,
    problem: problemAt(
      place,
      composeErrors.FRAGMENT_MALFORMED(`The exposed fragment ${name} is malformed: ${reason}.`),
    ),
  };
}

function usesVariable(place: Place, { name }: ExposedFragment, variable: string): Read {
  return {
    ok: false,
    problem: problemAt(
      place,
      composeErrors.FRAGMENT_USES_VARIABLES(
        `The exposed fragment ${name} uses $${variable}, which operations of other slices do not have.`,
      ),
    ),
  };
}
