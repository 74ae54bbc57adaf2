import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { listNamedSlots } from "./list-named-slots.ts";

test("are found with file and line, in whatever order their properties stand", async () => {
  await using slice = await temporaryFolder({
    "web/src/Page.tsx": `// 글
export function Page() {
  return (
    <div>
      <Slot onDone={() => 1 > 0} name="post.card" of={null} />
      {[1].map((key) => <Slot key={key} name={"person.byline"}>text</Slot>)}
      <Slot name={somewhere} /> <Slots name="no.slot" />
      <Slot name={isOwn ? "post.own" : "post.other"} />
    </div>
  );
}
`,
    "web/src/Page.test.tsx": 'export const a = <Slot name="of.test" />;',
    "web/src/text.ts": 'export const b = "<Slot name=x>";',
  });
  expect(await listNamedSlots(slice.path)).toEqual([
    { name: "post.card", file: "web/src/Page.tsx", line: 5 },
    { name: "person.byline", file: "web/src/Page.tsx", line: 6 },
    { name: "post.own", file: "web/src/Page.tsx", line: 8 },
    { name: "post.other", file: "web/src/Page.tsx", line: 8 },
  ]);
});
