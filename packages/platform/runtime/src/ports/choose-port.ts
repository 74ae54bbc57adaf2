import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";
import { findPort, isFree } from "./free-port.ts";

/** The port that a setting asks for; 0 becomes a free one. */
export async function choosePort(asked: number): Promise<number> {
  return asked === 0 ? findPort() : asked;
}

/** Throws `PORT_TAKEN`, naming the setting. */
export async function requireFree(port: number, setting: string): Promise<void> {
  if (await isFree(port)) return;
  throw new SlicewayError(errors.PORT_TAKEN(`Port ${port} is taken by another process.`, { setting }));
}
