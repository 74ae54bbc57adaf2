import { Suspense, useMemo } from "react";
import { typedDocument } from "../../documents/typed-document.ts";
import { useSuspenseQuery } from "../../query/useSuspenseQuery.ts";
import { Slot } from "../../slots/Slot.tsx";

interface SlotQuery {
  documentId: string;
  text: string;
}

export interface SlotViewProps {
  name: string;
  props: Record<string, unknown>;
  /** Brings the object that the slot shows; null for a slot without one. */
  query: SlotQuery | null;
}

/** A slot, given what its fragment asks for. */
export function SlotView({ name, props, query }: SlotViewProps) {
  const document = useMemo(() => query && slotDocument(query), [query]);
  if (!document) return <Slot {...props} name={name} />;
  return (
    <Suspense>
      <SlotOfObject name={name} props={props} document={document} />
    </Suspense>
  );
}

function slotDocument({ documentId, text }: SlotQuery) {
  const meta = { documentId, connections: {}, possibleTypes: {} };
  return typedDocument<{ of: object | null }, Record<string, never>>(text, meta);
}

interface SlotOfObjectProps extends Pick<SlotViewProps, "name" | "props"> {
  document: ReturnType<typeof slotDocument>;
}

function SlotOfObject({ name, props, document }: SlotOfObjectProps) {
  const { data } = useSuspenseQuery(document);
  return <Slot {...props} name={name} of={data.of} />;
}
