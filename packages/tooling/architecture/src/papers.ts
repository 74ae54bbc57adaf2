import { codeOwners } from "./code-owners.ts";
import { drawRule } from "./draw-rule.ts";
import { readText } from "./read-repository.ts";

/** What is made from the code: texts of files by their paths, as they should be. `npm run papers` writes them. */
export function makePapers(files: readonly string[]): Record<string, string> {
  const architecture = "docs/architecture.md";
  return {
    ".github/CODEOWNERS": codeOwners(files, readText),
    [architecture]: readText(architecture).replace(/(```mermaid\n)[^`]*/, `$1${drawRule()}\n`),
  };
}
