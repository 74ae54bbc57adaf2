import type { ReactNode } from "react";
import { useMenuParts } from "./menu-parts.ts";

export interface MenuSectionProps {
  title: ReactNode;
  /** Id of the chosen item; with `onChange` the section keeps one choice. */
  selected?: string;
  onChange?: (id: string) => void;
  children: ReactNode;
}

/** Items of a menu that belong together, under a title. */
export function MenuSection({ title, selected, onChange, children }: MenuSectionProps) {
  const { Section, Header } = useMenuParts();
  const choice = onChange && {
    selectionMode: "single" as const,
    disallowEmptySelection: true,
    selectedKeys: selected === undefined ? [] : [selected],
    onSelectionChange: (keys: Iterable<unknown> | "all") => {
      const [key] = keys;
      if (key !== undefined) onChange(String(key));
    },
  };
  return (
    <Section className="ui-menu-section" {...choice}>
      <Header className="ui-menu-title">{title}</Header>
      {children}
    </Section>
  );
}
