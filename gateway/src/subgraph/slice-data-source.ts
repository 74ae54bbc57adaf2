import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import { IDEMPOTENCY_HEADER, SESSION_HEADER } from "@sliceway/protocol";
import { z } from "zod";
import { errors } from "../errors.ts";
import type { OperationContext } from "../graphql/operation-context.ts";
import { readSessionChange } from "../session/session-change.ts";
import type { CallSlice } from "./call-slice.ts";
import type { InstanceAnswer } from "./live-instance.ts";
import { dedupeRepresentations } from "./representations.ts";
import { SliceFault } from "./slice-fault.ts";
import { unavailable } from "./unavailable.ts";

const answerSchema = z
  .looseObject({
    data: z.record(z.string(), z.unknown()).nullish(),
    errors: z
      .array(
        z.looseObject({
          message: z.string().default("The slice reports an error"),
          path: z.array(z.union([z.string(), z.number()])).optional(),
          extensions: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
  })
  .refine((answer) => answer.data !== undefined || answer.errors !== undefined);

const insecure = errors.INSECURE_TRANSPORT(
  "Logging in needs HTTPS: over plain HTTP the session could be read on the way",
);
const INSECURE = { message: insecure.message, extensions: { code: insecure.code } };

type Options = GraphQLDataSourceProcessOptions<OperationContext>;

/** Answers a plan's fetches from one slice, of whatever release the request's vector names. */
export class SliceDataSource implements GraphQLDataSource<OperationContext> {
  readonly #slice: string;
  readonly #call: CallSlice;

  constructor(slice: string, call: CallSlice) {
    this.#slice = slice;
    this.#call = call;
  }

  async process(options: Options) {
    if (!("incomingRequestContext" in options)) throw new Error("Slices are not asked while a schema loads");
    const { request, context } = options;
    if (context.rehearsal) return { data: {} };
    const batch = dedupeRepresentations(request.variables);
    try {
      const answer = await this.#ask(context, { ...request, variables: batch.variables });
      return this.#noteSession(context, answer) ?? batch.restore(readAnswer(answer.body));
    } catch (error) {
      if (error instanceof SliceFault) return unavailable(this.#slice, error.reason, request);
      throw error;
    }
  }

  async #ask(context: OperationContext, request: Options["request"]): Promise<InstanceAnswer> {
    const slice = this.#slice;
    const release = context.releases[slice];
    if (!release) throw new SliceFault("no-instance");
    const { query, variables, operationName } = request;
    return this.#call({
      slice,
      release,
      path: "/graphql",
      headers: await callHeaders(context, slice),
      body: JSON.stringify({ query, variables, operationName }),
      signal: context.signal,
      repeatable: context.kind === "query",
    });
  }

  /** Only the identity slice's mutations can open or close a session. Answers if that is not possible here. */
  #noteSession(context: OperationContext, { headers }: InstanceAnswer) {
    if (context.kind !== "mutation" || !context.identitySlices.has(this.#slice)) return null;
    const change = readSessionChange(headers[SESSION_HEADER]);
    if (change?.kind === "open" && !context.sessionsAllowed) return { data: null, errors: [INSECURE] };
    if (change) context.outcome.session = change;
    return null;
  }
}

async function callHeaders(context: OperationContext, slice: string): Promise<Record<string, string>> {
  const authorization = `Bearer ${await context.tokenFor(slice)}`;
  return context.kind === "mutation" && context.idempotencyKey
    ? { authorization, [IDEMPOTENCY_HEADER]: context.idempotencyKey }
    : { authorization };
}

function readAnswer(body: unknown) {
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success) throw new SliceFault("malformed");
  return parsed.data;
}
