import { expect, test } from "vitest";
import { readAmqpUrl, readEventsRetentionDays, readInheritedEnv } from "./config.ts";

test("children see where things are, and none of our settings and secrets", () => {
  const env = {
    PATH: "/bin",
    LOG_LEVEL: "debug",
    DATABASE_URL: "postgres://admin:secret@db/postgres",
    NODE_OPTIONS: "--inspect",
    ALLOWED_ORIGINS: "https://partner.example",
    MEMORY_BUDGET_MB: "1024",
  };
  const inherited = readInheritedEnv("/cache", { MEMORY_BUDGET_MB: "64" }, env);
  expect(inherited.all).toEqual({
    PATH: "/bin",
    LOG_LEVEL: "debug",
    NODE_ENV: "production",
    NODE_OPTIONS: "--max-semi-space-size=32",
    NODE_COMPILE_CACHE: "/cache",
  });
  expect(inherited.gateway).toEqual({ ALLOWED_ORIGINS: "https://partner.example" });
  expect(inherited.registry).toEqual({ MEMORY_BUDGET_MB: "64" });
});

test("the event log keeps everything unless told otherwise", () => {
  expect(readEventsRetentionDays({}, {})).toBeUndefined();
  expect(readEventsRetentionDays({}, { EVENTS_RETENTION_DAYS: "90" })).toBe(90);
  for (const wrong of ["0", "0.5", "soon"])
    expect(() => readEventsRetentionDays({ EVENTS_RETENTION_DAYS: wrong })).toThrow(/EVENTS_RETENTION_DAYS/);
});

test("events travel through a broker if one is named, and a wrong name is not repeated", () => {
  expect(readAmqpUrl({}, {})).toBeUndefined();
  expect(readAmqpUrl({ AMQP_URL: "" }, { AMQP_URL: "amqp://other" })).toBeUndefined();
  expect(readAmqpUrl({}, { AMQP_URL: "amqp://a:b@host/v" })).toBe("amqp://a:b@host/v");
  const wrong = () => readAmqpUrl({}, { AMQP_URL: "http://a:opensesame@host" });
  expect(wrong).toThrow(/AMQP_URL: it is the URL of a broker/);
  expect(wrong).not.toThrow(/opensesame/);
});
