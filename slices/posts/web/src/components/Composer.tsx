import { Button, Form, Text, TextArea } from "@sliceway/ui";
import { useDraft, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";
import "./Composer.css";
import { useState } from "react";

export interface ComposerProps {
  /** Names the draft: see `useDraft`. */
  draftKey: string;
  label: string;
  submitLabel: string;
  limit: number;
  rows: number;
  /** Sends the text. Resolves to what is wrong with it, or to null once it is out. */
  onSend: (text: string) => Promise<string | null>;
}

/** Somewhere to write. What was written stays until it is out. */
export function Composer({ draftKey, label, submitLabel, limit, rows, onSend }: ComposerProps) {
  const t = useMessages(messages);
  const [text, setText, clear] = useDraft(draftKey, "");
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  function change(next: string) {
    setText(next);
    setProblem(null);
  }
  async function send() {
    if (sending || text.trim() === "") return;
    setSending(true);
    const found = await onSend(text.trim());
    setSending(false);
    setProblem(found);
    if (!found) clear();
  }

  return (
    <Form onSubmit={() => void send()} label={label}>
      <div className="posts-composer">
        <TextArea
          label={label}
          labelHidden
          look="bare"
          placeholder={label}
          rows={rows}
          value={text}
          onChange={change}
          isReadOnly={sending}
          error={problem}
          limit={limit}
          counterLabel={(left) => t("charactersLeft", { left })}
          onCommit={() => void send()}
        />
        <div className="posts-composer-actions">
          <span className="posts-composer-hint">
            {text && (
              <Text as="span" size="caption" tone="muted">
                {t("commitHint")}
              </Text>
            )}
          </span>
          <Button
            variant="primary"
            size="small"
            type="submit"
            isDisabled={text.trim() === ""}
            pending={sending}
          >
            {submitLabel}
          </Button>
        </div>
      </div>
    </Form>
  );
}
