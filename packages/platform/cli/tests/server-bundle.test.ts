import { globSync } from "node:fs";
import { basename, resolve } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { bundleOptions } from "../src/release/bundle-server.ts";

const root = resolve(import.meta.dirname, "../../../..");
const sliceDirs = globSync("slices/*/server/src/main.ts", { cwd: root }).map((path) =>
  resolve(root, path, "../../.."),
);

/** What only the registry's process holds: composition, the planner, the SQL parser, and its own code. */
const REGISTRY_ONLY =
  /node_modules\/(@apollo\/(composition|federation-internals|query-graphs|query-planner|gateway)|libpg-query|pgsql-\w+|@pgsql\/\w+|@sliceway\/registry)\/|packages\/platform\/registry\//;

test.each(sliceDirs.map((dir) => [basename(dir), dir]))(
  "the server of %s holds nothing of the registry's",
  async (_slice, dir) => {
    const { metafile } = await build({ ...bundleOptions(dir), metafile: true });
    const inputs = Object.keys(metafile.inputs);
    expect(inputs).toContainEqual(expect.stringMatching(/node_modules\/@sliceway\/protocol\//));
    expect(inputs.filter((path) => REGISTRY_ONLY.test(path))).toEqual([]);
  },
);

test("composition and the SQL parser would be seen", async () => {
  const stdin = {
    contents: 'import "@apollo/composition"; import "libpg-query";',
    resolveDir: resolve(root, "packages/platform/registry"),
  };
  const { entryPoints: _, ...options } = bundleOptions(root);
  const { metafile } = await build({ ...options, stdin, metafile: true });
  const found = Object.keys(metafile.inputs).filter((path) => REGISTRY_ONLY.test(path));
  for (const name of ["@apollo/composition", "@apollo/federation-internals", "libpg-query"])
    expect(found).toContainEqual(expect.stringContaining(`/${name}/`));
});
