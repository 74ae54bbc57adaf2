import { TextField } from "@sliceway/ui";
import { useMessages, useSearchParams } from "@sliceway/web-kit";
import { startTransition, useEffect, useState } from "react";
import { messages } from "../messages/messages.ts";

/** How long typing rests before the search follows. */
const REST_MS = 250;

/** What to search for; it stands in the address as `?q`, so that a search can be kept and shared. */
export function SearchField() {
  const t = useMessages(messages);
  const [parameters, setParameters] = useSearchParams();
  const searched = parameters.get("q") ?? "";
  const [text, setText] = useState(searched);

  useEffect(() => {
    if (text === searched) return;
    const search = () => startTransition(() => setParameters(text ? { q: text } : {}, { replace: true }));
    const timer = setTimeout(search, REST_MS);
    return () => clearTimeout(timer);
  }, [text, searched, setParameters]);

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
