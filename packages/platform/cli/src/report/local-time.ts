const TIME = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** A time (ISO 8601) as the clock on the wall shows it; with the day if that is not today. */
export function localTime(iso: string): string {
  const time = new Date(iso);
  const isToday = time.toDateString() === new Date().toDateString();
  return isToday
    ? time.toTimeString().slice(0, 8)
    : `${time.toLocaleDateString("sv")} ${time.toTimeString().slice(0, 8)}`;
}

/** The same without seconds. */
export function clockTime(iso: string): string {
  return localTime(iso).slice(0, -3);
}

/** A text of the registry's with the times in it as somebody here reads them. */
export function withLocalTimes(text: string): string {
  return text.replaceAll(TIME, localTime);
}

/** The same without seconds. */
export function withClockTimes(text: string): string {
  return text.replaceAll(TIME, clockTime);
}

/** The day of a time (ISO 8601), as the calendar on the wall has it. */
export function localDay(iso: string): string {
  return new Date(iso).toLocaleDateString("sv");
}
