import { IntlMessageFormat } from "intl-messageformat";

export type MessageValues = Record<string, string | number | boolean | Date>;

const formats = new Map<string, IntlMessageFormat>();

/** An ICU message in a language. A parsed message is kept: lists show the same one many times. */
export function formatMessage(language: string, text: string, values: MessageValues = {}): string {
  const key = `${language} ${text}`;
  const format = formats.get(key) ?? new IntlMessageFormat(text, language);
  formats.set(key, format);
  return String(format.format(values));
}
