const STEPS: [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];
const WEEK_MS = 7 * 86_400_000;

/**
 * A time as people say it: "3 minutes ago", "yesterday", and the date once a week has passed.
 *
 * @param at ISO 8601
 * @param options.language defaults to the page's
 * @param options.now milliseconds since the epoch
 */
export function formatTime(
  at: string,
  { language = document.documentElement.lang, now = Date.now() }: { language?: string; now?: number } = {},
): string {
  const time = Date.parse(at);
  const passedMs = now - time;
  if (Math.abs(passedMs) >= WEEK_MS) return dateFormat(language).format(time);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const step = STEPS.find(([, ms]) => Math.abs(passedMs) >= ms);
  if (!step) return relative.format(0, "second");
  return relative.format(-Math.trunc(passedMs / step[1]), step[0]);
}

function dateFormat(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { year: "numeric", month: "short", day: "numeric" });
}
