/** A module that a route or a slot names, and its file. */
export interface PageModule {
  slice: string;
  /** As slice.json names it: `./pages/NotePage`. */
  module: string;
  /** Absolute. */
  file: string;
}

/**
 * Source of a module that takes the place of the shell's federation: the same function, which brings the same modules at
 * the same moments, only from the bundle's own chunks.
 */
export function renderRemotes(modules: readonly PageModule[]): string {
  const entries = modules.map(
    ({ slice, module, file }) => `  ${quote(`${slice} ${module}`)}: () => import(${quote(file)}),`,
  );
  return [
    "const modules = {",
    ...entries,
    "};",
    "export function startFederation() {",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    "  return () => (slice, module) => modules[`${slice} ${module}`]();",
    "}",
    "",
  ].join("\n");
}

const quote = (text: string) => JSON.stringify(text);
