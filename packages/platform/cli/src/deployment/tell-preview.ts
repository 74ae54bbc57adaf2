import { PREVIEW_HEADER } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import type { Connection } from "../platform/connect.ts";
import { localTime } from "../report/local-time.ts";

export interface PreviewAccess {
  /** Lets the browser that opens it see the preview. */
  url: string;
  /** For programs: send `token` in this header. */
  header: string;
  token: string;
  /** ISO 8601. */
  until: string;
}

/** A link to a preview. Throws RegistryError `PREVIEW_UNKNOWN`. */
export async function readPreviewAccess(
  { registry, gatewayUrl }: Pick<Connection, "registry" | "gatewayUrl">,
  name: string,
): Promise<PreviewAccess> {
  const { token, until } = await registry.createPreviewLink(name);
  return { url: `${gatewayUrl}/?preview=${token}`, header: PREVIEW_HEADER, token, until };
}

/** Says how a preview is seen, and how it ends. */
export async function tellPreview(
  { io }: Context,
  connection: Connection,
  { name }: { name: string },
): Promise<void> {
  const { bold, dim } = io.colors;
  const { url, header, until } = await readPreviewAccess(connection, name);
  io.print(`preview ${bold(name)}  ${dim(`until ${localTime(until)}`)}`);
  io.print(`open  ${url}`);
  io.print(`test  send what follows preview= in the header ${header}`);
  io.print(`end   sliceway preview ${name} --end`);
}
