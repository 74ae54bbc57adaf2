import { Text } from "@sliceway/ui";
import { type FragmentType, formatTime, Slot, useFragment, useLanguage } from "@sliceway/web-kit";
import "./EntryItem.css";
import { SliceNameEntryItem_entry } from "./EntryItem.graphql.ts";

/** An entry in a list: who added it, when, and what. */
export function EntryItem({ entry: from }: { entry: FragmentType<typeof SliceNameEntryItem_entry> }) {
  const language = useLanguage();
  const { data: entry } = useFragment({ fragment: SliceNameEntryItem_entry, from });
  if (!entry) return null;
  return (
    <li className="slice-name-entry">
      <header className="slice-name-entry-header">
        <Slot name="person.byline" of={entry.author} />
        <Text as="time" size="small" tone="muted" dateTime={entry.createdAt}>
          {formatTime(entry.createdAt, { language })}
        </Text>
      </header>
      <Text keepLines>{entry.text}</Text>
    </li>
  );
}
