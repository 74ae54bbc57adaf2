import { reaction } from "@sliceway/events";
import type { LoginEvents } from "@sliceway/login-contract";
import { z } from "zod";
import { upsertPerson } from "../db/people.ts";
import type { Tables } from "../db/tables.ts";

type PersonFacts = Pick<LoginEvents["login.ProfileUpdated.v1"], "userId" | "handle" | "name">;

const personFacts: z.ZodType<PersonFacts> = z.object({
  userId: z.uuid(),
  handle: z.string(),
  name: z.string(),
});

/** Keeps the people index: each event carries all of a person, and a person's events come in order. */
export const whenPersonChanged = reaction<Tables, PersonFacts>(personFacts, (tx, { data }) =>
  upsertPerson(tx, { id: data.userId, handle: data.handle, name: data.name }),
);
