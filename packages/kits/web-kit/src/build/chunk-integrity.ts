import MiniCssExtractPlugin from "mini-css-extract-plugin";
import webpack, { type Compiler } from "webpack";

/**
 * Makes the built page check every chunk and style it loads against the hashes that the shell put on
 * `self.__slicewayIntegrity` (URL path to `sha384-...`). They cannot be in the bundle: it would contain its own hash.
 */
export class ChunkIntegrity {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap("ChunkIntegrity", (compilation) => {
      const scripts = webpack.runtime.LoadScriptRuntimeModule.getCompilationHooks(compilation);
      scripts.createScript.tap("ChunkIntegrity", (source) => source + guard("script", "url"));
      const styles = MiniCssExtractPlugin.getCompilationHooks(compilation);
      styles.beforeTagInsert.tap(
        "ChunkIntegrity",
        (source, name) => source + guard(name.tag, `${name.tag}.href`),
      );
    });
  }
}

/** Run-time code: a file without a known hash is not loaded. */
function guard(element: string, url: string): string {
  return `
var hashes = self.__slicewayIntegrity;
if (hashes) {
  var path = new URL(${url}, location.href).pathname;
  if (!hashes[path]) throw new Error("no integrity is known for " + path);
  ${element}.integrity = hashes[path];
  ${element}.crossOrigin = "anonymous";
}`;
}
