import { demoAccounts } from "@sliceway/demo-network";
import { logIn, type Member, type Place } from "@sliceway/trial-kit";

/** The first of the accounts that the demo network documents. */
export function logInAsDemo(place: Place): Promise<Member> {
  const { handles, password } = demoAccounts;
  return logIn(place, handles[0] ?? "", password);
}
