import { build } from "esbuild";

/** Scripts and styles of a view, each in one text. */
export interface Bundle {
  script: string;
  styles: string;
}

/**
 * Bundles sources for the browser, with React's development build. `entry` is the text of a module; what it imports
 * is looked for from `dir`.
 */
export async function bundleView({ entry, dir }: { entry: string; dir: string }): Promise<Bundle> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: dir, loader: "tsx" },
    outdir: "view",
    write: false,
    bundle: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"development"' },
    logLevel: "silent",
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return { script: textOf(".js"), styles: textOf(".css") };
}
