import type { AlterDomainStmt, AlterEnumStmt } from "libpg-query";
import { cautions, narrows, takes } from "./deeds.ts";
import type { Deed } from "./effect.ts";
import { nameFrom } from "./names.ts";

/** Which columns are of the type is not in the text, so it could be any. */
export function alterEnumDeeds({ typeName = [], oldVal, newVal }: AlterEnumStmt): Deed[] {
  const type = nameFrom(typeName);
  if (oldVal) return [takes(`renames the value ${oldVal} of the type ${type}`, { table: null })];
  return [
    cautions(
      `adds the value ${newVal} to the type ${type}`,
      "Write it only once every release that runs can read it: release the readers first.",
    ),
  ];
}

/** `subtype`: T default, N drop NOT NULL, O set NOT NULL, C add constraint, X drop constraint, V validate. */
export function alterDomainDeeds({ typeName = [], subtype, def }: AlterDomainStmt): Deed[] {
  const isNarrower = subtype === "O" || subtype === "C" || (subtype === "T" && !def);
  return isNarrower ? [narrows(`narrows the domain ${nameFrom(typeName)}`, { table: null })] : [];
}
