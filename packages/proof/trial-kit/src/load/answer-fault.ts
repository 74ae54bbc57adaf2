/**
 * `transport`: no answer came. `status`: not 2xx. `graphql`: it has errors. `data`: it lacks something. `vector`: it
 * comes from another vector than was asked.
 */
export type FaultKind = "transport" | "status" | "graphql" | "data" | "vector";

/** An answer is not what it should be. */
export class AnswerFault extends Error {
  readonly kind: FaultKind;

  constructor(kind: FaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
