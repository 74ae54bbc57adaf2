/** A row of the README's table. */
export interface Row {
  what: string;
  seen: string;
}

export function renderMarkdown(rows: Row[]): string[] {
  return ["| what | seen |", "|---|---|", ...rows.map(({ what, seen }) => `| ${what} | ${seen} |`)];
}
