type Field = HTMLInputElement | HTMLTextAreaElement;

/** Tells a text field by what a person would call it. */
export interface FieldMark {
  tagName: string;
  label: string;
  /** Among fields of the same label. */
  index: number;
  /** Puts the cursor, or the selection, where it was. */
  select(field: HTMLTextAreaElement): void;
}

/** Null for what is no text field. */
export function describeField(element: Element): FieldMark | null {
  if (!isField(element)) return null;
  const { tagName, selectionStart, selectionEnd } = element;
  const label = labelOf(element);
  const index = listFields(tagName, label).indexOf(element);
  return {
    tagName,
    label,
    index,
    // Fields for numbers and the like have no selection.
    select: (field) => selectionStart !== null && field.setSelectionRange(selectionStart, selectionEnd),
  };
}

export function findField({ tagName, label, index }: FieldMark): Field | undefined {
  return listFields(tagName, label)[index];
}

function listFields(tagName: string, label: string): Field[] {
  const all = [...document.querySelectorAll(tagName)].filter(isField);
  return all.filter((field) => labelOf(field) === label);
}

function isField(element: Element): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

function labelOf(field: Field): string {
  const text = field.labels?.[0]?.textContent ?? field.getAttribute("aria-label") ?? field.placeholder;
  return text.trim();
}
