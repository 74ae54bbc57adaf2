import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";

const RESERVED = new Set(["postgres", "template0", "template1", "public", "none"]);

/** The name of a database and role for `name`: dashes become underscores. Throws `NAME_RESERVED`. */
export function sqlName(name: string): string {
  const result = name.replaceAll("-", "_");
  if (/^[a-z][a-z0-9_]{0,40}$/.test(result) && !RESERVED.has(result) && !/^pg_|_migrator$/.test(result))
    return result;
  throw new SlicewayError(errors.NAME_RESERVED(`"${name}" cannot be the name of a database.`));
}
