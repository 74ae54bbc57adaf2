import { TextField } from "@sliceway/ui";
import { useLocation, useMessages, useSearchParams } from "@sliceway/web-kit";
import { startTransition, useEffect, useState } from "react";
import { messages } from "../messages/messages.ts";

/** How long typing rests before the search follows. */
const REST_MS = 250;

/** Marks an address that this field wrote. */
const TYPED = "typed";

/** What to search for; it stands in the address as `?q`, so that a search can be kept and shared. */
export function SearchField() {
  const t = useMessages(messages);
  const [text, setText] = useSearchText();
  return (
    <search>
      <TextField
        label={t("search")}
        labelHidden
        placeholder={t("search")}
        icon="search"
        type="search"
        autoFocus
        value={text}
        onChange={setText}
      />
    </search>
  );
}

/** The text as it is typed. The address follows it; it follows the address where a link changed that. */
function useSearchText(): [text: string, setText: (text: string) => void] {
  const { state } = useLocation();
  const [parameters, setParameters] = useSearchParams();
  const searched = parameters.get("q") ?? "";
  const [text, setText] = useState(searched);

  useEffect(() => {
    if (state !== TYPED) setText(searched);
  }, [state, searched]);
  useEffect(() => {
    if (text === searched) return;
    const next: Record<string, string> = text === "" ? {} : { q: text };
    const search = () => startTransition(() => setParameters(next, { replace: true, state: TYPED }));
    const timer = setTimeout(search, REST_MS);
    return () => clearTimeout(timer);
  }, [text, searched, setParameters]);
  return [text, setText];
}
