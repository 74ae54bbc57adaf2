import { IDEMPOTENCY_HEADER, OFFER_HEADER, VECTOR_HEADER } from "@sliceway/protocol";
import type { Request, RequestHandler, Response } from "express";
import { whenClientGone } from "../client-gone.ts";
import { errors } from "../errors.ts";
import type { Admission } from "../routing/admission.ts";
import type { PlatformState } from "../routing/platform-state.ts";
import type { TrafficCounter } from "../routing/traffic-counter.ts";
import type { Caller, ReadCaller } from "../session/caller.ts";
import type { ClaimsReader } from "../session/claims.ts";
import { applySessionChange } from "../session/session-cookie.ts";
import { type AdmissionParts, admitRequest, refuseHidden } from "./admit-request.ts";
import { sendAnswer, toApolloRequest } from "./apollo-http.ts";
import { isCrossSite } from "./cross-site.ts";
import type { OperationContext } from "./operation-context.ts";
import { type GraphqlRequest, readRequest } from "./read-request.ts";
import { answerType, JSON_TYPE, type Refusal, refuse } from "./refuse.ts";
import { type ResolvedDocument, resolveDocument } from "./resolve-document.ts";
import type { StartOperation } from "./start-operation.ts";

interface Parts extends AdmissionParts {
  readCaller: ReadCaller;
  startOperation: StartOperation;
  claims: ClaimsReader;
  traffic: TrafficCounter;
  allowedOrigins: readonly string[];
  publicOrigin: URL | null;
}

/** GraphQL over HTTP: trusted documents, on the vector that the request carries. */
export function createGraphqlHandler(parts: Parts): RequestHandler {
  return async (request, response) => {
    if (isCrossSite(request, parts)) {
      return refuse(request, response, {
        status: 403,
        ...errors.CROSS_SITE("Another site sent this request"),
      });
    }
    const asked = await readRequest(request, response);
    if (isRefusal(asked)) return refuse(request, response, asked);
    const admitted = await admitRequest(parts, request);
    if (isRefusal(admitted)) return refuse(request, response, admitted);
    using admission = admitted.admission;
    response.set(VECTOR_HEADER, admission.ready.id);
    offerReload(parts.platform, response, admission.ready.id);
    const caller = await parts.readCaller(request, response, admission.ready);
    const hidden = refuseHidden(parts, admitted, caller);
    if (hidden) return refuse(request, response, hidden);
    const document = resolveDocument(asked, admission.ready, caller.mayExplore);
    if (isRefusal(document)) return refuse(request, response, document);
    noteForLog(response, document);
    await answer(parts, request, response, { admission, caller, asked, document });
  };
}

/** Pages that will not be served for long are told what to reload to. */
function offerReload({ routing, live }: PlatformState, response: Response, vector: string): void {
  if (routing?.leaving[vector] && live) response.set(OFFER_HEADER, live.id);
}

interface Resolved {
  admission: Admission;
  caller: Caller;
  asked: GraphqlRequest;
  document: ResolvedDocument;
}

async function answer(parts: Parts, request: Request, response: Response, resolved: Resolved): Promise<void> {
  const { admission, caller, asked, document } = resolved;
  using operation = parts.startOperation({
    ready: admission.ready,
    caller,
    kind: document.kind,
    plainJson: answerType(request) === JSON_TYPE,
    idempotencyKey: request.get(IDEMPOTENCY_HEADER),
    gone: whenClientGone(response),
  });
  const { context } = operation;
  const startedAt = performance.now();
  const result = await admission.generation.server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: toApolloRequest(request, asked, document),
    context: async () => context,
  });
  const failed = (result.status ?? 200) >= 500 ? [] : null;
  parts.traffic.note(admission.ready.id, {
    ms: performance.now() - startedAt,
    faults: context.outcome.faults ?? failed,
  });
  changeSession(parts, response, { admission, caller }, context);
  await sendAnswer(response, result);
}

function changeSession(
  { claims }: Parts,
  response: Response,
  { admission, caller }: Pick<Resolved, "admission" | "caller">,
  { outcome }: OperationContext,
): void {
  if (!outcome.session) return;
  const { identity } = admission.ready;
  if (caller.token && identity) claims.forget(identity, caller.token);
  if (!response.headersSent) applySessionChange(response, caller.transport, outcome.session);
}

function noteForLog(response: Response, document: ResolvedDocument): void {
  response.locals.operation = document.id ?? "ad-hoc";
}

function isRefusal(value: object): value is Refusal {
  return "status" in value;
}
