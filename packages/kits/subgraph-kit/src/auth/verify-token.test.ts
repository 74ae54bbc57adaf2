import { generateKeyPair, type JWTVerifyGetKey, SignJWT } from "jose";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createVerifyToken } from "./verify-token.ts";

const START = Date.parse("2026-01-01T12:00:00Z");

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout"], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a token is verified once, and refused when its time is over", async () => {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA");
  const getKey = vi.fn<JWTVerifyGetKey>(async () => publicKey);
  const token = await new SignJWT({ visitor: "v1" })
    .setProtectedHeader({ alg: "EdDSA" })
    .setIssuer("gateway")
    .setAudience("notes")
    .setIssuedAt(START / 1000)
    .setExpirationTime(START / 1000 + 60)
    .sign(privateKey);
  const verify = createVerifyToken("notes", getKey);
  for (let time = 0; time < 3; time += 1) expect(await verify(token)).toEqual({ visitor: "v1", dev: false });
  expect(getKey).toHaveBeenCalledTimes(1);

  vi.advanceTimersByTime(66_000);
  await expect(verify(token)).rejects.toThrow(/exp/);
  await expect(verify(`${token}x`)).rejects.toThrow(/signature/);
});
