import type { Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

/** `sliceway key ...`. */
export function addKey(program: Command, io: Io): void {
  const key = program
    .command("key")
    .description("Say which keys a slice's releases are signed with; the administrator does.")
    .addHelpText("after", examples("sliceway key create posts", "sliceway key list"));
  for (const add of [addCreate, addAdd, addList, addRevoke]) add(key, io);
}

function addCreate(key: Command, io: Io): void {
  key
    .command("create")
    .description("Make a key, keep it in the home and register its public half.")
    .argument("<slice>")
    .option("--print", "print it once, for a pipeline's secrets, and keep it nowhere", false)
    .addHelpText(
      "after",
      examples(
        "sliceway key create posts",
        "sliceway key create posts --print | gh secret set SLICEWAY_SIGNING_KEY",
      ),
    )
    .action(async (slice: string, options: { print: boolean }) => {
      const { keyCreate } = await import("../commands/key-create.ts");
      await keyCreate(await openContext(io), slice, options);
    });
}

function addAdd(key: Command, io: Io): void {
  key
    .command("add")
    .description("Register the public half of a key that a team has made itself.")
    .argument("<slice>")
    .argument("<public key>", "Ed25519: a PEM file, or base64 of its SPKI in DER")
    .addHelpText(
      "after",
      examples(
        "openssl genpkey -algorithm ed25519 -out posts.pem",
        "openssl pkey -in posts.pem -pubout -out posts.pub",
        "sliceway key add posts posts.pub",
      ),
    )
    .action(async (slice: string, publicKey: string) => {
      const { keyAdd } = await import("../commands/key-add.ts");
      await keyAdd(await openContext(io), slice, publicKey);
    });
}

function addList(key: Command, io: Io): void {
  key
    .command("list")
    .description("Show which keys each slice's releases may be signed with.")
    .option("--json", "print a JSON array", false)
    .action(async (options: { json: boolean }) => {
      const { keyList } = await import("../commands/key-list.ts");
      await keyList(await openContext(io), options);
    });
}

function addRevoke(key: Command, io: Io): void {
  key
    .command("revoke")
    .description("Take no release any more that is signed with a key; name those that were.")
    .argument("<id>", "as `sliceway key list` shows it")
    .addHelpText("after", examples("sliceway key revoke k-3f9c2a1b04de"))
    .action(async (id: string) => {
      const { keyRevoke } = await import("../commands/key-revoke.ts");
      await keyRevoke(await openContext(io), id);
    });
}
