import type { Page } from "@playwright/test";
import { VECTOR_HEADER } from "@sliceway/protocol";
import type { AnswerCount } from "./answer-count.ts";

/** Counts what a tab is answered as well. */
export function countPage(page: Page, count: AnswerCount): void {
  page.on("response", (response) => {
    const vector = response.headers()[VECTOR_HEADER];
    if (vector && response.status() < 400) count.note(vector);
  });
  page.on("requestfailed", () => count.noteCut());
}
