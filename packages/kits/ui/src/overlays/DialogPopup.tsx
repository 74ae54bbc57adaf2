import type { ReactNode } from "react";
import { Dialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "../actions/IconButton.tsx";

export interface DialogProps {
  isOpen: boolean;
  /** Called with false on Escape, a press outside, and the close button. */
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  closeLabel: string;
  children: ReactNode;
}

export function DialogPopup({ isOpen, onOpenChange, title, closeLabel, children }: DialogProps) {
  return (
    <ModalOverlay className="ui-overlay" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="ui-modal">
        <Dialog className="ui-dialog">
          <header className="ui-dialog-header">
            <Heading slot="title" className="ui-heading ui-heading-section">
              {title}
            </Heading>
            <IconButton icon="x" label={closeLabel} onPress={() => onOpenChange(false)} />
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
