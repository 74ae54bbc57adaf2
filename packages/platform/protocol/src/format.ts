import { z } from "zod";

/**
 * The format of a stored document. Only 1 so far, which is written by leaving the field out: gateways and commands that
 * do not know the field refuse a document that has it.
 */
export const formatSchema = z.literal(1).optional();
