import type { Response } from "express";

/** Answers with one GraphQL error, in the shape that every client of a subgraph reads. */
export function answerError(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}
