import { codeOwners } from "./code-owners.ts";
import { drawRule } from "./draw-rule.ts";
import { readErrorTables } from "./errors/read-error-tables.ts";
import { renderErrors, renderErrorsJson } from "./errors/render-errors.ts";
import { readText, root } from "./read-repository.ts";

/** What is made from the code: texts of files by their paths, as they should be. `npm run papers` writes them. */
export async function makePapers(files: readonly string[]): Promise<Record<string, string>> {
  const errors = await readErrorTables(root);
  const architecture = "docs/architecture.md";
  return {
    ".github/CODEOWNERS": codeOwners(files, readText),
    [architecture]: readText(architecture).replace(/(```mermaid\n)[^`]*/, `$1${drawRule()}\n`),
    "docs/errors.md": renderErrors(errors),
    "packages/platform/cli/src/explain/catalogue.json": renderErrorsJson(errors),
  };
}
