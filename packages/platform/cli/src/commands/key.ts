import type { Command } from "commander";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { addKeyAdd } from "./key-add.ts";
import { addKeyCreate } from "./key-create.ts";
import { addKeyList } from "./key-list.ts";
import { addKeyRevoke } from "./key-revoke.ts";

/** `sliceway key ...`. */
export function addKey(program: Command, io: Io): void {
  const key = program
    .command("key")
    .description("Say which keys a slice's releases are signed with; the administrator does.")
    .addHelpText("after", examples("sliceway key create posts", "sliceway key list"));
  for (const add of [addKeyCreate, addKeyAdd, addKeyList, addKeyRevoke]) add(key, io);
}
