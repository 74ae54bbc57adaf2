import webpack, { type Configuration, type Stats } from "webpack";
import { BuildError } from "./build-error.ts";

/** Runs one build. @throws BuildError BUILD_FAILED with webpack's own account of each error */
export async function runWebpack(configuration: Configuration): Promise<Stats> {
  const compiler = webpack(configuration);
  if (!compiler) throw new TypeError("webpack took the configuration for a watcher's");
  const stats = await new Promise<Stats>((resolve, reject) =>
    compiler.run((error, result) => (error || !result ? reject(error) : resolve(result))),
  );
  await new Promise<void>((resolve) => compiler.close(() => resolve()));
  if (stats.hasErrors()) {
    const text = stats.toString({ all: false, errors: true, errorDetails: false, colors: false });
    throw new BuildError("BUILD_FAILED", text, "correct what the lines above name");
  }
  return stats;
}
