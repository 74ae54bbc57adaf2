import type { Command } from "commander";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { addTokenCreate } from "./token-create.ts";
import { addTokenList } from "./token-list.ts";
import { addTokenRevoke } from "./token-revoke.ts";

/** `sliceway token ...`. */
export function addToken(program: Command, io: Io): void {
  const token = program
    .command("token")
    .description("Give out deploy tokens, each for the releases of some slices; the administrator does.")
    .addHelpText("after", examples("sliceway token create posts", "sliceway token list"));
  for (const add of [addTokenCreate, addTokenList, addTokenRevoke]) add(token, io);
}
