import { z } from "zod";

/**
 * Fields of an event that a slice reads, as paths: `postId`, `author.name`, `lines[].price`. A path to an object or
 * an array stands for all of it.
 */
export const fieldPathSchema = z
  .string()
  .regex(/^\w+(\[\])*(\.\w+(\[\])*)*$/, 'a field is written like "postId", "author.name" or "lines[].price"');
