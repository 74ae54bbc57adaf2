import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import ReactRefreshPlugin from "@pmmmwh/react-refresh-webpack-plugin";
import webpack, { type Configuration, type RuleSetRule } from "webpack";
import { ChunkIntegrity } from "./chunk-integrity.ts";

const require = createRequire(import.meta.url);
/** Brings the page what was saved. */
const HOT_CLIENT = fileURLToPath(new URL("../hot/hot-client.ts", import.meta.url));

/**
 * A remote's configuration for somebody who works on it: a page that is open takes over what changes, components with
 * their state (React Fast Refresh). Files keep their names; hashes of what changes cannot be promised.
 */
export function hotConfig(remote: Configuration, container: string): Configuration {
  const { plugins = [], output, optimization, module, context = "" } = remote;
  return {
    ...remote,
    // Pages let no text become code, so there must be no `eval` in it.
    devtool: "source-map",
    cache: { type: "memory" },
    output: {
      ...output,
      clean: false,
      devtoolModuleFilenameTemplate: "webpack://[namespace]/[resource-path]",
      hotUpdateMainFilename: "[fullhash].hot-update.json",
      hotUpdateChunkFilename: "[id].[fullhash].hot-update.js",
    },
    module: { ...module, rules: (module?.rules ?? []).map((rule) => withRefresh(rule as RuleSetRule)) },
    // Names, not numbers: those of modules that stay must not change when others come.
    optimization: { ...optimization, moduleIds: "named", chunkIds: "named", emitOnErrors: false },
    plugins: [
      ...plugins.filter((plugin) => !(plugin instanceof ChunkIntegrity)),
      new webpack.HotModuleReplacementPlugin(),
      new ReactRefreshPlugin({ overlay: false, library: container, exclude: [/node_modules/, HOT_CLIENT] }),
      new webpack.EntryPlugin(context, HOT_CLIENT, { name: undefined }),
    ],
  };
}

/** Lets swc write down which components a module has. */
function withRefresh(rule: RuleSetRule): RuleSetRule {
  if (rule.loader !== require.resolve("swc-loader") || typeof rule.options !== "object") return rule;
  const { jsc } = rule.options as { jsc: { transform: { react: object } } };
  // Else it takes another entry of React, which the shell does not share.
  const react = { ...jsc.transform.react, refresh: true, development: false };
  return { ...rule, options: { ...rule.options, jsc: { ...jsc, transform: { ...jsc.transform, react } } } };
}
