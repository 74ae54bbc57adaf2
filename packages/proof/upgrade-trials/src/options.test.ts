import { expect, test } from "vitest";
import { OLDEST } from "./installation/oldest.ts";
import { readUpgradeOptions } from "./options.ts";

test("comes from the oldest code, in every way, unless something else is said", () => {
  expect(readUpgradeOptions([])).toMatchObject({ from: OLDEST, part: ["killed", "stopped", "gateway"] });
  expect(readUpgradeOptions(["--from", "abc1234", "--part", "gateway,killed"])).toMatchObject({
    from: "abc1234",
    part: ["gateway", "killed"],
  });
});

test.each([[["--part", "nothing"]], [["--fro"]], [["--from=--json"]]])("%j is refused", (argv) => {
  expect(() => readUpgradeOptions(argv)).toThrow(expect.objectContaining({ code: "OPTION_INVALID" }));
});
