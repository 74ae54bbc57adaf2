import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "../actions/Button.tsx";

export interface AlertDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The question: "Delete this post?" */
  title: string;
  /** What the answer leads to; an error as well. */
  children?: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  tone?: "danger" | "plain";
  /** The caller closes the dialog when the work is done. */
  onConfirm: () => void;
  pending?: boolean;
}

/** Asks before something that cannot be undone. The focus starts on the harmless answer. */
export function AlertDialog(props: AlertDialogProps) {
  const {
    isOpen,
    onOpenChange,
    title,
    children,
    confirmLabel,
    cancelLabel,
    tone = "danger",
    onConfirm,
    pending,
  } = props;
  return (
    <ModalOverlay className="ui-overlay" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="ui-modal">
        <AriaDialog className="ui-dialog" role="alertdialog">
          <Heading slot="title" className="ui-heading ui-heading-section">
            {title}
          </Heading>
          {children && <div className="ui-dialog-text">{children}</div>}
          <footer className="ui-dialog-actions">
            <Button autoFocus variant="secondary" onPress={() => onOpenChange(false)}>
              {cancelLabel}
            </Button>
            <Button variant={tone === "danger" ? "danger" : "primary"} pending={pending} onPress={onConfirm}>
              {confirmLabel}
            </Button>
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
