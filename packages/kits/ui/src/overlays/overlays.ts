export { AlertDialogPopup } from "./AlertDialogPopup.tsx";
export { DialogPopup } from "./DialogPopup.tsx";
export { MenuPopup } from "./MenuPopup.tsx";
