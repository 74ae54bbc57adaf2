import { type PageBoot, VECTOR_HEADER, visitorBucket } from "@sliceway/protocol";
import type { Request, Response } from "express";
import { findHiddenPreview } from "../preview/find-hidden-preview.ts";
import type { ReadOverride } from "../preview/read-override.ts";
import { readTransport } from "../session/transport.ts";
import { readVisitor } from "../session/visitor.ts";
import type { PlatformState } from "./platform-state.ts";

/** What a page of this browser is to be loaded at. */
export type PageChoice =
  /** `vector` is undefined before anything is live. */
  | { kind: "vector"; vector: string | undefined; preview: PageBoot["preview"] }
  /** It asks for a preview that it may not see. */
  | { kind: "refused"; why: string };

export type ChoosePageVector = (request: Request, response: Response) => Promise<PageChoice>;

interface Parts {
  platform: Pick<PlatformState, "vectorFor" | "routing">;
  readOverride: ReadOverride;
  publicOrigin: URL | null;
}

/**
 * A preview, for who carries its override, or the vector that a test names in the header; else the canary that has this
 * visitor, whatever tab, until it ends: the bucket follows from the browser's id alone; else what is live.
 */
export function createChoosePageVector({ platform, readOverride, publicOrigin }: Parts): ChoosePageVector {
  return async (request, response) => {
    const override = await readOverride(request);
    if (override?.kind === "refused") return override;
    if (override) return { kind: "vector", vector: override.vector, preview: { name: override.name } };
    const named = request.get(VECTOR_HEADER);
    if (named && findHiddenPreview(platform.routing, named) === undefined)
      return { kind: "vector", vector: named, preview: null };
    const visitor = readVisitor(request, response, readTransport(request, publicOrigin));
    const vector = platform.vectorFor(visitorBucket(visitor))?.id;
    return { kind: "vector", vector, preview: null };
  };
}
