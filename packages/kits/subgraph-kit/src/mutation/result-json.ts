/** A mutation's result as JSON that `parseResult` gives back as it was. Throws on anything but plain data and dates. */
export function formatResult(result: unknown): string {
  return JSON.stringify(result ?? null, replaceValue);
}

export function parseResult(json: string): unknown {
  return JSON.parse(json, (_key, value) => (isDateMark(value) ? new Date(value.$date) : value));
}

/** `value` went through `toJSON` already; its holder has it as it was. */
function replaceValue(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const original = this[key];
  if (original instanceof Date) return { $date: value };
  if (typeof original === "function" || (isObject(original) && !isPlain(original))) {
    throw new TypeError(`A mutation's result is stored, so it is plain data; "${key}" is not.`);
  }
  return value;
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || prototype === Object.prototype;
}

function isDateMark(value: unknown): value is { $date: string } {
  return isObject(value) && "$date" in value && typeof value.$date === "string";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
