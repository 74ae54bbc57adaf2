import { randomBytes } from "node:crypto";
import { z } from "zod";
import { createPerson, type Person, type Place } from "./person.ts";

const loggedIn = z.object({ viewer: z.object({ id: z.string(), handle: z.string() }) });

/** Somebody with an account. */
export interface Member extends Person {
  id: string;
  handle: string;
}

/** Logs in with the password of an account that is there. */
export async function logIn(place: Place, handle: string, password: string): Promise<Member> {
  const person = createPerson(place);
  const answer = z.object({ logIn: loggedIn });
  const { logIn } = await person.ask("LogIn", { input: { handle, password } }, answer);
  return Object.assign(person, logIn.viewer);
}

/** Opens an account under a handle that nobody has yet. */
export async function signUp(place: Place): Promise<Member> {
  const person = createPerson(place);
  const handle = `load_${randomBytes(6).toString("hex")}`;
  const input = { handle, name: `Load ${handle.slice(-4)}`, password: randomBytes(16).toString("hex") };
  const { signUp } = await person.ask("SignUp", { input }, z.object({ signUp: loggedIn }));
  return Object.assign(person, signUp.viewer);
}
