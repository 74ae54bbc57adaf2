import { expect, test } from "vitest";
import { formatTime } from "./format-time.ts";

const now = Date.parse("2026-03-15T12:00:00Z");

test.each([
  ["2026-03-15T11:59:40Z", "now", "지금"],
  ["2026-03-15T11:57:00Z", "3 minutes ago", "3분 전"],
  ["2026-03-15T10:59:00Z", "1 hour ago", "1시간 전"],
  ["2026-03-14T11:00:00Z", "yesterday", "어제"],
  ["2026-03-01T12:00:00Z", "Mar 1, 2026", "2026년 3월 1일"],
])("%s is %s", (at, en, ko) => {
  expect(formatTime(at, { language: "en", now })).toBe(en);
  expect(formatTime(at, { language: "ko", now })).toBe(ko);
});
