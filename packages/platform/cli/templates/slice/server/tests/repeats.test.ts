import { repeatMutations } from "@sliceway/subgraph-kit/testing";
import { expect, test } from "vitest";
import { ADD, person, startSlice } from "./start-slice.ts";

test("every mutation has one effect and one answer when it is repeated", async () => {
  await using server = await startSlice();
  const repeats = repeatMutations(server);
  await repeats.send(ADD, { viewer: person("alice"), variables: { text: "Hello" } });
  expect(await repeats.untried()).toEqual([]);
  expect(await server.db.selectFrom("entry").select("text").execute()).toEqual([{ text: "Hello" }]);
});
