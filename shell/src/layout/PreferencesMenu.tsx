import { IconButton, Menu, MenuItem, MenuSection } from "@sliceway/ui";
import { useLanguage, useMessages } from "@sliceway/web-kit";
import { useState } from "react";
import { messages } from "../messages.ts";
import { changeLanguage, LANGUAGES } from "../preferences/language.ts";
import { changeTheme, readTheme, THEMES } from "../preferences/theme.ts";

/** How the visitor wants the page: language and theme. */
export function PreferencesMenu() {
  const t = useMessages(messages);
  return (
    <Menu
      label={t("preferences")}
      trigger={<IconButton icon="globe" label={t("preferences")} />}
      placement="bottom end"
    >
      <LanguageSection />
      <ThemeSection />
    </Menu>
  );
}

function LanguageSection() {
  const t = useMessages(messages);
  return (
    <MenuSection title={t("language")} selected={useLanguage()} onChange={changeLanguage}>
      {Object.entries(LANGUAGES).map(([id, name]) => (
        <MenuItem key={id} id={id}>
          {name}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

function ThemeSection() {
  const t = useMessages(messages);
  const [chosen, setChosen] = useState(readTheme);
  const choose = (id: string) => {
    const theme = THEMES.find((candidate) => candidate === id);
    if (!theme) return;
    changeTheme(theme);
    setChosen(theme);
  };
  return (
    <MenuSection title={t("theme")} selected={chosen} onChange={choose}>
      {THEMES.map((theme) => (
        <MenuItem key={theme} id={theme}>
          {t(`theme.${theme}`)}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
