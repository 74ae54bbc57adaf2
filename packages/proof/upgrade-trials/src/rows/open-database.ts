import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findPlatform } from "@sliceway/runtime";
import pg from "pg";
import { z } from "zod";

const secretsSchema = z.object({ databaseSecret: z.string() });

/** A connection to one of a home's databases, by the role of that name, or another one. Disposing closes it. */
export async function openDatabase(
  home: string,
  name: string,
  role: "app" | "migrator" = "app",
): Promise<pg.Client & AsyncDisposable> {
  const { databaseServer } = (await findPlatform(home)) ?? {};
  if (!databaseServer) throw new Error(`Nothing runs from ${home}.`);
  const { databaseSecret } = secretsSchema.parse(
    JSON.parse(await readFile(join(home, "secrets.json"), "utf8")),
  );
  const [user, word] = role === "app" ? [name, name] : [`${name}_migrator`, `${name}/migrator`];
  const password = createHmac("sha256", databaseSecret).update(word).digest("base64url");
  const url = Object.assign(new URL(databaseServer), { pathname: `/${name}`, username: user, password });
  const client = new pg.Client({ connectionString: url.href });
  client.on("error", () => {});
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}
