export { expect } from "@playwright/test";
export { becomeFriends, logOut, newcomer, PASSWORD, type Person, postOf, writePost } from "./steps.ts";
export { test } from "./test.ts";
