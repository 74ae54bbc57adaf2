import { describe, expect, test } from "vitest";
import { findViolations } from "./dependency-rule.ts";
import type { PackageFolder } from "./places.ts";

const folders = [
  "packages/kits/errors",
  "packages/kits/events",
  "packages/kits/ui",
  "packages/kits/subgraph-kit",
  "packages/platform/cli",
  "packages/platform/protocol",
  "packages/platform/registry",
  "packages/platform/runtime",
  "packages/proof/bench",
  "packages/tooling/chromium",
  "gateway",
  "shell",
];
const packages: PackageFolder[] = [
  ...folders.map((folder) => ({ name: `@sliceway/${folder.split("/").at(-1)}`, folder })),
  ...["posts", "feeds"].flatMap((slice) =>
    ["contract", "server", "web"].map((part) => ({
      name: `@sliceway/${slice}-${part}`,
      folder: `slices/${slice}/${part}`,
    })),
  ),
];

const breaches: [from: string, specifier: string, typeOnly: boolean, reason: string][] = [
  ["slices/posts/server/src/a.ts", "@sliceway/feeds-server", false, "not server/"],
  ["slices/posts/server/tests/a.test.ts", "@sliceway/feeds-server", false, "not server/"],
  ["slices/posts/server/src/a.ts", "../../../feeds/web/src/b.ts", false, "by its name"],
  ["slices/posts/server/src/a.ts", "@sliceway/feeds-contract", false, "import type"],
  ["slices/posts/server/src/a.ts", "@sliceway/registry", true, "never registry"],
  ["slices/posts/web/src/a.tsx", "@sliceway/posts-server", true, "never server"],
  ["slices/posts/web/src/a.tsx", "../../contract/src/events.ts", true, "by its name"],
  ["slices/posts/web/src/a.tsx", "@sliceway/shell", false, "never shell"],
  ["slices/posts/web/src/a.tsx", "@sliceway/chromium", false, "never tooling"],
  ["packages/kits/ui/src/a.tsx", "@sliceway/posts-contract", true, "only a slice"],
  ["packages/kits/ui/src/a.tsx", "../../../../gateway/src/a.ts", false, "by its name"],
  ["packages/kits/ui/src/a.test.tsx", "../../events/src/a.ts", false, "by its name"],
  ["packages/kits/ui/src/a.tsx", "@sliceway/runtime", false, "never runtime"],
  ["packages/kits/errors/src/a.ts", "@sliceway/events", false, "never kits"],
  ["packages/platform/cli/src/a.ts", "@sliceway/registry/api", true, "never registry"],
  ["packages/platform/runtime/src/a.ts", "@sliceway/cli", false, "never cli"],
  ["packages/platform/protocol/src/a.ts", "@sliceway/events", false, "never kits"],
  ["packages/tooling/chromium/src/a.ts", "@sliceway/bench", false, "never proof"],
  ["packages/proof/bench/src/a.ts", "@sliceway/gateway", false, "never gateway"],
  ["gateway/tests/a.test.ts", "@sliceway/shell", false, "nobody imports the shell"],
];

const allowed: [from: string, specifier: string, typeOnly: boolean][] = [
  ["slices/posts/server/src/a.ts", "@sliceway/feeds-contract", true],
  ["slices/posts/server/src/a.ts", "@sliceway/posts-contract", false],
  ["slices/posts/server/src/a.ts", "@sliceway/subgraph-kit", false],
  ["slices/posts/e2e/a.spec.ts", "@sliceway/bench", false],
  ["packages/platform/cli/src/a.ts", "@sliceway/runtime", false],
  ["packages/platform/runtime/tests/a.test.ts", "@sliceway/registry/testing", false],
  ["packages/proof/bench/src/a.ts", "@sliceway/registry", false],
  ["gateway/src/a.ts", "@sliceway/protocol/client", false],
  ["gateway/src/a.ts", "./b.ts", false],
  ["shell/src/a.tsx", "react", false],
];

const check = (path: string, from: string, typeOnly: boolean) =>
  findViolations([{ path, imports: [{ from, typeOnly }] }], packages);

describe("the dependency rule", () => {
  test.each(breaches)("%s may not import %s", (path, from, typeOnly, reason) => {
    expect(check(path, from, typeOnly)).toEqual([expect.stringMatching(new RegExp(`^${path}: .*${reason}`))]);
  });

  test.each(allowed)("%s may import %s", (path, from, typeOnly) => {
    expect(check(path, from, typeOnly)).toEqual([]);
  });
});
