import { Dialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "../actions/IconButton.tsx";
import type { DialogProps } from "./Dialog.tsx";

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
