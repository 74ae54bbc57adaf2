import { formatMessage, type MessageValues } from "./format-message.ts";
import { useLanguage } from "./useLanguage.ts";

/** Texts by language, each the same set of keys: `{ en, ko }` of a slice's `messages/*.json`. ICU syntax. */
export type Messages<TKey extends string> = { en: Record<TKey, string> } & Record<
  string,
  Record<TKey, string>
>;

export type Translate<TKey extends string> = (key: TKey, values?: MessageValues) => string;

/** `t("likes", { count: 3 })` in the page's language; English where a language or a text is missing. */
export function useMessages<TKey extends string>(messages: Messages<TKey>): Translate<TKey> {
  const language = useLanguage();
  return (key, values) => {
    const text = messages[language]?.[key];
    return text === undefined
      ? formatMessage("en", messages.en[key], values)
      : formatMessage(language, text, values);
  };
}
