import webpack, { type Configuration, type Stats, type StatsError } from "webpack";
import { BuildError } from "./build-error.ts";
import { errors } from "./errors.ts";

/** Runs one build. @throws BuildError BUILD_FAILED with place and reason of each error */
export async function runWebpack(configuration: Configuration): Promise<Stats> {
  const compiler = webpack(configuration);
  if (!compiler) throw new TypeError("webpack took the configuration for a watcher's");
  const stats = await new Promise<Stats>((resolve, reject) =>
    compiler.run((error, result) => (error || !result ? reject(error) : resolve(result))),
  );
  await new Promise<void>((resolve) => compiler.close(() => resolve()));
  const failure = findBuildError(stats);
  if (failure) throw failure;
  return stats;
}

/** What a build's errors come to: BUILD_FAILED with place and reason of each; null if there are none. */
export function findBuildError(stats: Stats): BuildError | null {
  if (!stats.hasErrors()) return null;
  const found = stats.toJson({ all: false, errors: true }).errors ?? [];
  return new BuildError(errors.BUILD_FAILED(found.map(account).join("\n\n")));
}

/** Where and what, without the compiler's own inner stack. */
function account({ moduleName = "", loc = "", message }: StatsError): string {
  const [what] = message.split("\n\nCaused by:");
  return `${moduleName} ${loc}\n${what?.trim()}`;
}
