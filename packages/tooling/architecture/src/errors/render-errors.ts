import type { CataloguedError } from "./read-error-tables.ts";

const HEAD = `# Errors

What can go wrong, by the package that says so, and what to do about it. \`npx sliceway explain CODE\` prints the same; codes are
stable, and programs may rely on them. This file is made from the packages' tables of errors: \`npm run papers\`.
`;

/** docs/errors.md: a table for each package, each code with an anchor (`#PORT_TAKEN`; the first, if several have it). */
export function renderErrors(rows: readonly CataloguedError[]): string {
  const anchored = new Set<string>();
  const renderRow = ({ code, title, fix }: CataloguedError) => {
    const anchor = anchored.has(code) ? "" : `<a id="${code}"></a>`;
    anchored.add(code);
    return `| ${anchor}\`${code}\` | ${toMarkdown(title)} | ${toMarkdown(fix)} |`;
  };
  const sections = [...Map.groupBy(rows, (row) => row.package)].map(([name, own]) => [
    `## ${name}`,
    "",
    "| code | what is wrong | what to do |",
    "| --- | --- | --- |",
    ...own.map(renderRow),
    "",
  ]);
  return [HEAD, ...sections.flat()].join("\n");
}

/** What `sliceway explain` reads. */
export function renderErrorsJson(rows: readonly CataloguedError[]): string {
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** What varies becomes `<name>`. What Markdown would read in its own way is escaped, except between backticks. */
function toMarkdown(text: string): string {
  const parts = text.replaceAll(/\{(\w+)\}/g, "<$1>").split("`");
  const escaped = parts.map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[<*\\]/g, "\\$&")));
  return escaped.join("`").replaceAll("|", "\\|");
}
