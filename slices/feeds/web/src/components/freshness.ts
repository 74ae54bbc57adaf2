/** How long an answer stays fresh while the page has the focus. */
const FOCUSED_MS = 1_500;
/** How long while it can only be seen, beside another window say. */
const VISIBLE_MS = 10_000;

/** Whether it is time to ask for news; a page that nobody sees does not ask. */
export function isStale(page: { visible: boolean; focused: boolean }, ageMs: number): boolean {
  return page.visible && ageMs >= (page.focused ? FOCUSED_MS : VISIBLE_MS);
}
