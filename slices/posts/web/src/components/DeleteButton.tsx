import { AlertDialog, IconButton } from "@sliceway/ui";
import { useMessages } from "@sliceway/web-kit";
import { useState } from "react";
import { messages } from "../messages/messages.ts";

export interface DeleteButtonProps {
  label: string;
  title: string;
  text: string;
  /** Resolves when it is done or could not be done. */
  onDelete: () => Promise<void>;
}

/** A bin that asks before it swallows. */
export function DeleteButton({ label, title, text, onDelete }: DeleteButtonProps) {
  const t = useMessages(messages);
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  async function confirm() {
    setPending(true);
    await onDelete();
    setPending(false);
    setAsking(false);
  }
  return (
    <>
      <IconButton icon="trash" tone="danger" label={label} onPress={() => setAsking(true)} />
      <AlertDialog
        isOpen={asking}
        onOpenChange={setAsking}
        title={title}
        confirmLabel={t("delete")}
        cancelLabel={t("keep")}
        onConfirm={() => void confirm()}
        pending={pending}
      >
        {text}
      </AlertDialog>
    </>
  );
}
