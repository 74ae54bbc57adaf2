import { expect, test } from "vitest";
import { findThrownCodes } from "./find-thrown-codes.ts";

const codesOf = (source: string) =>
  findThrownCodes([{ path: "packages/platform/cli/src/x.ts", source }]).map(({ code }) => code);

test("a code at the place where it is thrown is found", () => {
  expect(codesOf('throw new SlicewayError("PORT_TAKEN", `Port 1.`, "Stop it.");')).toEqual(["PORT_TAKEN"]);
  expect(codesOf('return new BuildError(\n    "BUILD_FAILED",\n    text,\n    fix);')).toEqual([
    "BUILD_FAILED",
  ]);
});

test("a code in a written problem is found", () => {
  expect(codesOf('{ code: "SLOT_LOST", message: of({ slot: { name } }), fix: "Add it." }')).toEqual([
    "SLOT_LOST",
  ]);
});

test("codes from tables, and those of others, are not", () => {
  expect(codesOf("throw new SlicewayError(errors.PORT_TAKEN(`Port 1.`));")).toEqual([]);
  expect(codesOf('if (error.code === "ENOENT") return { code: "BAD_REQUEST" };')).toEqual([]);
});

test("it says in which package and file", () => {
  const [found] = findThrownCodes([{ path: "gateway/src/a/b.ts", source: 'new TestError("A_CODE")' }]);
  expect(found).toEqual({ package: "gateway", path: "gateway/src/a/b.ts", code: "A_CODE" });
});
