import type { ReactNode } from "react";
import { Dialog, Heading } from "react-aria-components/Dialog";
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
  /** `danger` unless told. */
  tone?: "danger" | "plain";
  /** The caller closes the dialog when the work is done. */
  onConfirm: () => void;
  pending?: boolean;
}

export function AlertDialogPopup(props: AlertDialogProps) {
  const { isOpen, onOpenChange, title, children, confirmLabel, cancelLabel, tone, onConfirm, pending } =
    props;
  return (
    <ModalOverlay className="ui-overlay" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="ui-modal">
        <Dialog className="ui-dialog" role="alertdialog">
          <Heading slot="title" className="ui-heading ui-heading-section">
            {title}
          </Heading>
          {children && <div className="ui-dialog-text">{children}</div>}
          <footer className="ui-dialog-actions">
            <Button autoFocus variant="secondary" onPress={() => onOpenChange(false)}>
              {cancelLabel}
            </Button>
            <Button variant={tone === "plain" ? "primary" : "danger"} pending={pending} onPress={onConfirm}>
              {confirmLabel}
            </Button>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
