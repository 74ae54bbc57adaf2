import { SlicewayError } from "@sliceway/errors";
import { expect, test } from "vitest";
import { z } from "zod";
import { readSettings } from "./read-settings.ts";

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3010),
  DATABASE_URL: z.url(),
  SERVICE_TOKEN: z.string().min(16, "has at least 16 characters"),
});

test("reads and converts what is set, and takes defaults for the rest", () => {
  const settings = readSettings(schema, {
    PORT: "",
    DATABASE_URL: "postgres://alice@localhost/posts",
    SERVICE_TOKEN: "0123456789abcdef",
    HOME: "/home/alice",
  });
  expect(settings).toEqual({
    PORT: 3010,
    DATABASE_URL: "postgres://alice@localhost/posts",
    SERVICE_TOKEN: "0123456789abcdef",
  });
});

test("names every wrong setting at once and repeats no value", () => {
  const read = () => readSettings(schema, { PORT: "many", SERVICE_TOKEN: "hunter2" });
  expect(read).toThrow(SlicewayError);
  expect(read).toThrow(
    expect.objectContaining({
      code: "SETTING_INVALID",
      message: expect.stringMatching(
        /^3 settings are wrong: PORT: .+; DATABASE_URL is missing; SERVICE_TOKEN: has at least 16 characters\.$/,
      ),
      fix: "Set PORT, DATABASE_URL, SERVICE_TOKEN in the environment and start again.",
    }),
  );
  expect(read).not.toThrow(/hunter2|many/);
});
