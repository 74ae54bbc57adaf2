import { SlicewayError } from "@sliceway/service-kit";
import { findPort, isFree } from "./free-port.ts";

/** The port that a setting asks for; 0 takes any. Throws `PORT_TAKEN`. */
export async function claimPort(port: number, setting: string): Promise<number> {
  if (port === 0) return findPort();
  if (await isFree(port)) return port;
  throw new SlicewayError(
    "PORT_TAKEN",
    `Port ${port} is taken by another process.`,
    `Stop that process, or set ${setting} to a free port.`,
  );
}
