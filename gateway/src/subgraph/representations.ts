type Variables = Record<string, unknown>;
type ErrorLike = { path?: readonly (string | number)[] };
interface Answer<E extends ErrorLike> {
  data?: Record<string, unknown> | null;
  errors?: readonly E[];
}

export interface Batch {
  variables: Variables | undefined;
  /** Gives every asked-for entity its answer again. */
  restore<E extends ErrorLike, A extends Answer<E>>(answer: A): A;
}

const untouched = (variables: Variables | undefined): Batch => ({ variables, restore: (answer) => answer });

/** Asks a slice for each entity once, however often the plan wants it: forty comments by two people are two. */
export function dedupeRepresentations(variables: Variables | undefined): Batch {
  const wanted = variables?.representations;
  if (!Array.isArray(wanted) || wanted.length < 2) return untouched(variables);
  const { unique, positions } = findUnique(wanted);
  if (unique.length === wanted.length) return untouched(variables);
  return {
    variables: { ...variables, representations: unique },
    restore: (answer) => spread(answer, positions),
  };
}

function findUnique(wanted: unknown[]) {
  const seen = new Map<string, number>();
  const unique: unknown[] = [];
  const positions = wanted.map((representation) => {
    const key = JSON.stringify(representation);
    const known = seen.get(key);
    if (known !== undefined) return known;
    seen.set(key, unique.length);
    return unique.push(representation) - 1;
  });
  return { unique, positions };
}

function spread<E extends ErrorLike, A extends Answer<E>>(answer: A, positions: number[]): A {
  const entities = answer.data?._entities;
  if (!Array.isArray(entities)) return answer;
  const used = new Set<number>();
  // Apollo writes into the entities it receives, so no two places may share one object.
  const _entities = positions.map((position) => {
    const entity = used.has(position) ? structuredClone(entities[position]) : entities[position];
    used.add(position);
    return entity;
  });
  const errors = answer.errors?.flatMap((error) => spreadError(error, positions));
  return { ...answer, data: { ...answer.data, _entities }, ...(errors && { errors }) };
}

function spreadError<E extends ErrorLike>(error: E, positions: number[]): E[] {
  const [root, index, ...rest] = error.path ?? [];
  if (root !== "_entities" || typeof index !== "number") return [error];
  const places = positions.flatMap((position, place) => (position === index ? [place] : []));
  return places.map((place) => ({ ...error, path: ["_entities", place, ...rest] }));
}
