import { Button, Card, Form, TextArea } from "@sliceway/ui";
import { useDraft, useMessages, useMutation, useViewer } from "@sliceway/web-kit";
import { useState } from "react";
import { ENTRY_LIMIT } from "../limits.ts";
import { messages } from "../messages/messages.ts";
import { AddSliceNameEntry } from "./EntryComposer.graphql.ts";
import { LogInInvitation } from "./LogInInvitation.tsx";
import { useInputProblem } from "./useInputProblem.ts";

/** Adds an entry. What was written stays until it is out. */
export function EntryComposer({ onAdded }: { onAdded: () => void }) {
  const t = useMessages(messages);
  const viewer = useViewer();
  const problemOf = useInputProblem(ENTRY_LIMIT);
  const [text, setText, clear] = useDraft("slice-name:new", "");
  const [problem, setProblem] = useState<string | null>(null);
  const [addEntry, { loading }] = useMutation(AddSliceNameEntry);
  if (!viewer) return <LogInInvitation />;

  async function send() {
    if (loading || text.trim() === "") return;
    const { data } = await addEntry({ variables: { input: { text } } });
    const result = data?.addSliceNameEntry;
    if (result?.__typename !== "SliceNameEntryAdded") return setProblem(problemOf(result));
    setProblem(null);
    clear();
    onAdded();
  }

  return (
    <Card>
      <Form onSubmit={() => void send()} label={t("write")}>
        <TextArea
          label={t("write")}
          rows={2}
          value={text}
          onChange={setText}
          isReadOnly={loading}
          error={problem}
          limit={ENTRY_LIMIT}
          counterLabel={(left) => t("charactersLeft", { left })}
          onCommit={() => void send()}
        />
        <Button variant="primary" type="submit" isDisabled={text.trim() === ""} pending={loading}>
          {t("add")}
        </Button>
      </Form>
    </Card>
  );
}
