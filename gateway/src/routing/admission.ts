import { vectorIdSchema } from "@sliceway/protocol";
import type { Generation } from "../generation/generation.ts";
import type { Pins } from "./pins.ts";
import type { PlatformState } from "./platform-state.ts";
import type { ReadyVector } from "./ready-vector.ts";
import type { NotReady, ReadyVectors } from "./ready-vectors.ts";
import { serveOldPages } from "./serve-old-pages.ts";

/** A request's hold on a vector and its generation, until disposed: it finishes on what admitted it. */
export interface Admission extends Disposable {
  ready: ReadyVector;
  generation: Generation;
}

/** `nothing-live`: no vector has gone live yet, or the live one is not ready. `moved`: its pages are not served any more. */
export type RefusedBecause = NotReady | "nothing-live" | "moved";

export type Admitted = { kind: "admitted"; admission: Admission } | { kind: "refused"; why: RefusedBecause };

/** Admits to the named vector, or to the live one. */
export type Admit = (vectorId?: string) => Promise<Admitted>;

export function createAdmit(platform: PlatformState, vectors: ReadyVectors, pins: Pins): Admit {
  function hold(asked: ReadyVector): Admitted {
    const ready = serveOldPages(asked, platform.routing, (id) => vectors.find(id), Date.now());
    if (ready === "moved") return refused(ready);
    const held = ready.held.again();
    pins.touch(ready.id);
    const admission = { ready, generation: held.generation, [Symbol.dispose]: () => held.release() };
    return { kind: "admitted", admission };
  }

  return async (vectorId) => {
    const known = vectorId === undefined ? platform.live : vectors.use(vectorId);
    if (known) return hold(known);
    if (vectorId === undefined) return refused("nothing-live");
    if (!vectorIdSchema.safeParse(vectorId).success) return refused("unknown");
    const prepared = await vectors.prepareUnasked(vectorId);
    const ready = vectors.use(vectorId);
    if (ready) return hold(ready);
    return refused(prepared.kind === "ready" ? "busy" : prepared.why);
  };
}

function refused(why: RefusedBecause): Admitted {
  return { kind: "refused", why };
}
