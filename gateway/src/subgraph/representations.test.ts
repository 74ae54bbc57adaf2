import { expect, it } from "vitest";
import { dedupeRepresentations } from "./representations.ts";

const alice = { __typename: "User", id: "alice" };
const bob = { __typename: "User", id: "bob" };

it("asks for every entity once and answers every place", () => {
  const batch = dedupeRepresentations({ representations: [alice, bob, alice] });
  expect(batch.variables).toEqual({ representations: [alice, bob] });
  const answer = batch.restore({ data: { _entities: [{ name: "Alice" }, null] } });
  expect(answer.data._entities).toEqual([{ name: "Alice" }, null, { name: "Alice" }]);
});

it("gives repeated entities objects of their own", () => {
  const batch = dedupeRepresentations({ representations: [alice, alice] });
  const [first, second] = batch.restore({ data: { _entities: [{ name: "Alice" }] } }).data._entities;
  expect(first).not.toBe(second);
});

it("reports an entity's error in every place it was wanted", () => {
  const batch = dedupeRepresentations({ representations: [bob, alice, alice] });
  const answer = batch.restore({
    data: { _entities: [{ name: "Bob" }, null] },
    errors: [{ message: "gone", path: ["_entities", 1, "name"] }],
  });
  expect(answer.errors.map((error) => error.path)).toEqual([
    ["_entities", 1, "name"],
    ["_entities", 2, "name"],
  ]);
});

it("leaves other requests alone", () => {
  expect(dedupeRepresentations({ id: "7" }).variables).toEqual({ id: "7" });
});
