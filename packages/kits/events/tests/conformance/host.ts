import type { Transport } from "../../src/index.ts";

/** A transport with what carries it, and ways to break that. */
export interface Host extends AsyncDisposable {
  /** Makes what a slice of that name needs; resolves to the transport as that slice sees it. */
  addSlice(name: string): Promise<Transport>;
  /** Ends all connections to it. */
  cut(): void;
  /** Leaves all connections to it half open: nothing comes through, nobody is notified. New ones work. */
  mute(): void;
  /** Kills it with SIGKILL, and resolves when it is back with its data. */
  crash(): Promise<void>;
}
