import {
  type ComponentType,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useRef,
  useState,
} from "react";
import { ButtonContext, type PressEvent } from "react-aria-components/Button";
import { fetchOverlays } from "./late-overlays.ts";
import type { MenuPlacement, MenuPopupProps, MenuStart } from "./MenuPopup.tsx";

export interface MenuProps {
  /** The button that opens it: `<IconButton icon="more" label="More" />`. */
  trigger: ReactElement;
  label: string;
  /** `MenuItem`s and `MenuSection`s. */
  children: ReactNode;
  placement?: MenuPlacement;
}

/** A list of actions that opens from a button. Arrow keys, typing ahead and Escape work. */
export function Menu({ trigger, label, children, placement = "bottom end" }: MenuProps) {
  const triggerRef = useRef<HTMLButtonElement>(null);
  const [Popup, setPopup] = useState<ComponentType<MenuPopupProps> | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [startsAt, setStartsAt] = useState<MenuStart>(true);

  // The pointer or the focus comes before the press: by then the code is there. If it cannot be had, the next
  // press tries again.
  const prepare = () =>
    fetchOverlays().then(
      ({ MenuPopup }) => setPopup(() => MenuPopup),
      () => undefined,
    );
  const open = (start: MenuStart) => {
    setStartsAt(start);
    void prepare().then(() => setOpen(true));
  };
  const button = {
    ref: triggerRef,
    "aria-haspopup": "menu" as const,
    "aria-expanded": isOpen,
    onPress: ({ pointerType }: PressEvent) => open(pointerType === "keyboard" ? "first" : true),
    onHoverStart: () => void prepare(),
    onFocus: () => void prepare(),
    onKeyDown: (event: KeyboardEvent) => event.key === "ArrowDown" && open("first"),
  };
  return (
    <>
      <ButtonContext value={button}>{trigger}</ButtonContext>
      {Popup && (
        <Popup {...{ isOpen, label, placement, startsAt, triggerRef }} onOpenChange={setOpen}>
          {children}
        </Popup>
      )}
    </>
  );
}
