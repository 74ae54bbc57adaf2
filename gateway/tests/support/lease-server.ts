import type { RegistryClient } from "@sliceway/protocol/client";
import type { RunningSlice } from "./start-slice.ts";

/** Keeps a server listed until disposed. */
export async function leaseServer(client: RegistryClient, { instance }: RunningSlice): Promise<Disposable> {
  const { id, epoch: _, ...rest } = instance;
  const { epoch } = await client.openLease({ ...rest, instance: id });
  const beat = setInterval(() => {
    client.renewLease(id, { epoch, state: "ready" }).catch(() => undefined);
  }, 1000);
  return { [Symbol.dispose]: () => clearInterval(beat) };
}
