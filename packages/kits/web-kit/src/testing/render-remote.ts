import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { openView, type ViewOptions } from "@sliceway/chromium/testing";
import type { PageBoot } from "@sliceway/protocol";
import { answerQuestion, type GraphData } from "./answer-question.ts";
import type { RemoteView } from "./browser/start-view.tsx";
import { prepareRemote } from "./prepare-remote.ts";
import type { Question } from "./read-graph.ts";

export interface RemoteOptions extends ViewOptions {
  /** The slice's folder; in its `web/tests`: `resolve(import.meta.dirname, "../..")`. */
  slice: string;
  /** Address of one of the slice's pages: `/posts/7`. */
  path?: string;
  /** A slot that the slice fills, in place of a page: its name, the object that it shows, and further properties. */
  slot?: { name: string; of?: Record<string, unknown>; props?: Record<string, unknown> };
  /** The graph behind the page: fields of queries and mutations, as values or as functions of their arguments. */
  data?: GraphData;
  /** Who is logged in; nobody unless said. */
  viewer?: PageBoot["viewer"];
}

/**
 * A page or a slot of a slice in a real browser, with its real styles, alone. What other slices fill is
 * `<div data-slot="person.byline">`, pages of theirs are `<p data-page="/login">`, and the graph answers what the test
 * says. Use it with `await using`: disposing closes the page, and throws whatever did not fit the contracts.
 *
 * @throws BuildError if the slice's documents or sources are at fault
 */
export async function renderRemote({
  slice,
  path,
  slot,
  data = {},
  viewer = null,
  ...look
}: RemoteOptions): Promise<Page> {
  const { manifest, slices, bundle, graph } = await prepareRemote(resolve(slice));
  const boot: PageBoot = {
    vector: "v-000000000000",
    slices,
    fragments: graph.fragments,
    integrity: {},
    viewer,
    languages: [look.language ?? "en"],
    preview: null,
  };
  const query = slot && graph.findSlotQuery(manifest.web?.slots[slot.name]?.fragment);
  const view: RemoteView = {
    slice: manifest.name,
    language: look.language ?? "en",
    boot,
    slot: slot ? { name: slot.name, props: slot.props ?? {}, query: query ?? null } : null,
  };
  return openView({
    ...look,
    bundle,
    path,
    data: view,
    async answer(at, body) {
      if (at !== "/graphql") return null;
      const { documentId, variables } = body as Question;
      const shown = documentId === query?.documentId ? { of: slot?.of } : data;
      return answerQuestion({ ...graph.getDocument(documentId), variables }, shown);
    },
  });
}
