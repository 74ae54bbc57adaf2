import type { Context } from "../context.ts";
import { changePassword } from "../operations/change-password.ts";
import { logIn } from "../operations/log-in.ts";
import { logOut } from "../operations/log-out.ts";
import { signUp } from "../operations/sign-up.ts";
import { updateProfile } from "../operations/update-profile.ts";
import type { ProfileChange } from "../profile.ts";
import type { SignUpInput } from "../sign-up.ts";

interface Input<Value> {
  input: Value;
}

export const Mutation = {
  signUp: (_: unknown, { input }: Input<SignUpInput>, context: Context) => signUp(context, input),
  logIn: (_: unknown, { input }: Input<{ handle: string; password: string }>, context: Context) =>
    logIn(context, input),
  logOut: (_: unknown, __: unknown, context: Context) => logOut(context),
  updateProfile: (_: unknown, { input }: Input<ProfileChange>, context: Context) =>
    updateProfile(context, input),
  changePassword: (_: unknown, { input }: Input<{ current: string; next: string }>, context: Context) =>
    changePassword(context, input),
};
