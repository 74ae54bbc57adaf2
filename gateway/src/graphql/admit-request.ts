import { VECTOR_HEADER } from "@sliceway/protocol";
import type { Request } from "express";
import { errors } from "../errors.ts";
import { findHiddenPreview } from "../preview/find-hidden-preview.ts";
import type { ReadOverride } from "../preview/read-override.ts";
import type { Admission, Admit } from "../routing/admission.ts";
import type { PlatformState } from "../routing/platform-state.ts";
import type { Caller } from "../session/caller.ts";
import type { Refusal } from "./refuse.ts";
import { refuseAdmission } from "./refuse-admission.ts";

export interface AdmissionParts {
  admit: Admit;
  platform: PlatformState;
  readOverride: ReadOverride;
}

export interface AdmittedRequest {
  admission: Admission;
  /** The preview that the request may see by its override; null without one. */
  preview: string | null;
}

/** Admits to the vector that the request carries, else to the preview of its override, else to the live one. */
export async function admitRequest(
  { admit, platform, readOverride }: AdmissionParts,
  request: Request,
): Promise<AdmittedRequest | Refusal> {
  const carried = request.get(VECTOR_HEADER);
  const override = await readOverride(request);
  // A page goes on at its vector, whatever has become of a preview that its browser saw.
  if (!carried && override?.kind === "refused") return previewRefused(override.why);
  const shown = override?.kind === "preview" ? override : null;
  const admitted = await admit(carried ?? shown?.vector);
  return admitted.kind === "refused"
    ? refuseAdmission(admitted.why, shown?.vector ?? platform.live?.id)
    : { admission: admitted.admission, preview: shown?.name ?? null };
}

/** Why a request must not see its vector: a preview is for those who carry its override, and for developers. */
export function refuseHidden(
  { platform }: Pick<AdmissionParts, "platform">,
  { admission, preview }: AdmittedRequest,
  { mayExplore }: Pick<Caller, "mayExplore">,
): Refusal | null {
  const hidden = findHiddenPreview(platform.routing, admission.ready.id, admission.ready.dev);
  if (hidden === undefined || hidden === preview || mayExplore) return null;
  return previewRefused(`This is the preview ${hidden}, and the request has no override for it`);
}

function previewRefused(message: string): Refusal {
  return { status: 403, ...errors.PREVIEW_REFUSED(message) };
}
