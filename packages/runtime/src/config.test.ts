import { expect, test } from "vitest";
import { readInheritedEnv } from "./config.ts";

test("children see where things are, and none of our settings and secrets", () => {
  const env = {
    PATH: "/bin",
    LOG_LEVEL: "debug",
    DATABASE_URL: "postgres://admin:secret@db/postgres",
    NODE_OPTIONS: "--inspect",
    ALLOWED_ORIGINS: "https://partner.example",
  };
  const inherited = readInheritedEnv("/cache", env);
  expect(inherited.all).toEqual({
    PATH: "/bin",
    LOG_LEVEL: "debug",
    NODE_ENV: "production",
    NODE_COMPILE_CACHE: "/cache",
  });
  expect(inherited.gateway).toEqual({ ALLOWED_ORIGINS: "https://partner.example" });
});
