import { expect, test } from "vitest";
import { renderRemotes } from "./render-remotes.ts";

test("brings each module by slice and name, when it is asked for and not before", async () => {
  const file = `data:text/javascript,${encodeURIComponent('export const NotePage = "the page";')}`;
  const source = renderRemotes([
    { slice: "notes", module: "./pages/NotePage", file },
    { slice: "notes", module: "./pages/Broken", file: "data:text/javascript,throw 1" },
  ]);
  const { startFederation } = await import(`data:text/javascript,${encodeURIComponent(source)}`);

  expect(await startFederation()({})("notes", "./pages/NotePage")).toMatchObject({ NotePage: "the page" });
});
