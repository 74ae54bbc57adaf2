import { AlertDialog } from "@sliceway/ui";
import { useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";
import { type StepDocument, useFriendshipStep } from "./useFriendshipStep.ts";

export interface ConfirmStepProps {
  kind: "unfriend" | "block";
  step: StepDocument;
  userId: string;
  name: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Asks before a step that ends something, and takes it. */
export function ConfirmStep({ kind, step, userId, name, isOpen, onClose }: ConfirmStepProps) {
  const t = useMessages(messages);
  const { take, pending } = useFriendshipStep(step, userId);
  const confirm = async () => {
    await take();
    onClose();
  };
  return (
    <AlertDialog
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={t(`${kind}Title`, { name })}
      confirmLabel={t(kind)}
      cancelLabel={t("cancel")}
      pending={pending}
      onConfirm={() => void confirm()}
    >
      {t(`${kind}Text`)}
    </AlertDialog>
  );
}
