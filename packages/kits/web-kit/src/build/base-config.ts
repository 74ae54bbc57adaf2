import { createRequire } from "node:module";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import Minimizer from "minimizer-webpack-plugin";
import type { Configuration } from "webpack";
import { ChunkIntegrity } from "./chunk-integrity.ts";

/** Longest that a chunk may take before the page does without this release; webpack's own default is two minutes. */
const CHUNK_TIMEOUT_MS = 4000;
const require = createRequire(import.meta.url);

export interface BuildPlace {
  /** The package's folder. */
  context: string;
  slice: string;
  /** Stands for the release's id. */
  token: string;
  /** Name of the Trusted Types policy under which chunks are loaded. */
  policyName: string;
  development: boolean;
}

/**
 * What the shell's and the remotes' builds have in common. The output is the same in every folder and at every
 * time: no content hashes (the path is one), ids from the order of modules, no cache.
 */
export function baseConfig({ context, slice, token, policyName, development }: BuildPlace): Configuration {
  return {
    mode: development ? "development" : "production",
    target: ["web", "es2022"],
    context,
    devtool: false,
    cache: false,
    performance: false,
    output: {
      uniqueName: containerName(slice, token),
      publicPath: `/s/${slice}/${token}/`,
      filename: "[name].js",
      chunkFilename: "[name].js",
      clean: true,
      strictModuleErrorHandling: true,
      chunkLoadTimeout: CHUNK_TIMEOUT_MS,
      trustedTypes: { policyName },
    },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: { rules: [scripts, styles(slice)] },
    optimization: { moduleIds: "natural", chunkIds: "natural", minimizer: minimizers() },
    plugins: [
      new MiniCssExtractPlugin({ filename: "[name].css", chunkFilename: "[name].css" }),
      new ChunkIntegrity(),
    ],
  };
}

/** A JavaScript identifier that carries the release, so that two releases can live in one page. */
export function containerName(slice: string, release: string): string {
  return `${slice.replaceAll("-", "_")}__${release}`;
}

const scripts = {
  test: /\.tsx?$/,
  loader: require.resolve("swc-loader"),
  options: {
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript", tsx: true },
      transform: { react: { runtime: "automatic" } },
    },
  },
};

function styles(slice: string) {
  const modules = { auto: true, localIdentName: `${slice}-[name]-[local]` };
  return {
    test: /\.css$/,
    sideEffects: true,
    use: [MiniCssExtractPlugin.loader, { loader: require.resolve("css-loader"), options: { modules } }],
  };
}

function minimizers() {
  return [
    new Minimizer({ minify: Minimizer.swcMinify, extractComments: false }),
    new Minimizer({ test: /\.css$/, minify: Minimizer.lightningCssMinify, minimizerOptions: {} }),
  ];
}
