/** What somebody reads of an error that has happened. `code` is stable and for programs. */
export interface ErrorText<Code extends string = string> {
  code: Code;
  /** One sentence: what is wrong, here. */
  message: string;
  /** One sentence: what to do. */
  fix: string;
}

/** One row of a package's table of errors. Called, it says what is wrong in one case. */
export interface ErrorKind<Code extends string = string, Fix extends string = string> {
  /** `values` are written into the fix, in place of `{name}`. */
  (message: string, ...values: ValuesOf<Fix>): ErrorText<Code>;
  readonly code: Code;
  /** What it is, in a few words: a heading of docs/errors.md. */
  readonly title: string;
  readonly fix: Fix;
}

interface Row {
  title: string;
  fix: string;
}

type Placeholder<Fix extends string> = Fix extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

type ValuesOf<Fix extends string> = [Placeholder<Fix>] extends [never]
  ? []
  : [values: Record<Placeholder<Fix>, string | number>];

type Kinds<Table extends Record<string, Row>> = {
  readonly [Code in keyof Table & string]: ErrorKind<Code, Table[Code]["fix"]>;
};

/**
 * A package's table of errors, by their codes. From these tables docs/errors.md is made, and `sliceway explain` reads them.
 *
 * @example
 * const errors = defineErrors({ NO_CANARY: { title: "No canary runs", fix: "Begin one: sliceway deploy {slice} --canary 10." } });
 * throw new SlicewayError(errors.NO_CANARY("posts has no canary.", { slice: "posts" }));
 */
export function defineErrors<const Table extends Record<string, Row>>(table: Table): Kinds<Table> {
  const kinds = Object.entries(table).map(([code, row]) => [code, createKind(code, row)]);
  return Object.fromEntries(kinds);
}

function createKind(code: string, row: Row): ErrorKind {
  const describe = (message: string, values: Record<string, string | number> = {}): ErrorText => ({
    code,
    message,
    fix: row.fix.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
  });
  return Object.assign(describe as ErrorKind, { code, ...row });
}
