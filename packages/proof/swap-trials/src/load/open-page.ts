import { type PageBoot, type PageData, VECTOR_HEADER } from "@sliceway/protocol";
import { AnswerFault, type Person, textOf } from "@sliceway/trial-kit";
import type { GetPlace, TrialPlace } from "./places.ts";

/**
 * Loads a page as a browser would and resolves to the place that it is at. Throws AnswerFault if parts of it come from
 * different vectors, or if its route's data is missing.
 */
export async function openPage(
  person: Person,
  path: string,
  { getPlace, fresh }: { getPlace: GetPlace; fresh: boolean },
): Promise<TrialPlace> {
  const answer = await person.open(path, { fresh });
  const { headers } = answer;
  const text = textOf(answer);
  const boot = readInert<PageBoot>(text, "sliceway-boot");
  if (boot.vector !== headers[VECTOR_HEADER])
    throw new AnswerFault("vector", `${path}: a page of ${boot.vector} is sent as ${headers[VECTOR_HEADER]}`);
  const place = await getPlace(boot.vector);
  checkFiles(text, place);
  checkData(path, readInert<PageData>(text, "sliceway-data"), place);
  return place;
}

function readInert<T>(html: string, id: string): T {
  const json = new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`, "s").exec(html)?.[1];
  if (!json) throw new AnswerFault("data", `The page has no ${id}.`);
  return JSON.parse(json);
}

/** Every file that the page names is of the vector's releases. */
function checkFiles(html: string, { vector }: TrialPlace): void {
  for (const [path, slice = "", release] of html.matchAll(/"\/s\/([\w-]+)\/([0-9a-f]{12})\//g)) {
    if (vector.releases[slice] !== release)
      throw new AnswerFault("vector", `A page of ${vector.id} loads ${path}`);
  }
}

function checkData(path: string, { operation }: PageData, place: TrialPlace): void {
  if (!operation) throw new AnswerFault("data", `${path}: the page brings no data.`);
  const result = operation.result as { data?: unknown; errors?: unknown };
  if (result.errors)
    throw new AnswerFault("graphql", `${path}: ${JSON.stringify(result.errors).slice(0, 300)}`);
  place.inspect?.(result.data);
}
