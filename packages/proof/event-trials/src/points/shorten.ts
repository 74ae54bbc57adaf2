/** An exchange in a few words: `delete outbox`, `commit after insert effect`. */
export function shorten(where: string): string {
  const end = /^(commit|rollback) after (.*)$/.exec(where);
  if (end) return `${end[1]} after ${shorten(end[2] ?? "")}`;
  const [verb = ""] = where.split(" ");
  if (verb === "insert" || verb === "update" || verb === "delete") return `${verb} ${tablesIn(where)[0]}`;
  if (verb !== "select" || where === "select confirms") return where.replaceAll("sliceway.", "");
  const tables = tablesIn(where);
  const what = tables.length > 0 ? tables.join(", ") : functionIn(where);
  return `select ${what}${where.endsWith("for share") ? " for share" : ""}`;
}

function tablesIn(statement: string): string[] {
  const names = statement.matchAll(/\b(?:from|join|into|update) ([a-z][\w.]*)(?![\w(])(?! from)/g);
  const tables = [...names]
    .map(([, name = ""]) => name.replace("sliceway.", ""))
    .filter((name) => name !== "rows");
  return [...new Set(tables)];
}

function functionIn(statement: string): string {
  return /^select (\w+)\(/.exec(statement)?.[1] ?? statement;
}
