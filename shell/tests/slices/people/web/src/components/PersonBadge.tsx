import { type FragmentType, SliceUnavailable, useSuspenseFragment } from "@sliceway/web-kit";
import { PersonBadge_person } from "../contract.graphql.ts";
import "./PersonBadge.css";

export function PersonBadge({ of }: { of: FragmentType<typeof PersonBadge_person> }) {
  const { data } = useSuspenseFragment({ fragment: PersonBadge_person, from: of });
  if (data.name === null) return <SliceUnavailable title="No name right now" />;
  return <span className="person-badge">{`${data.name} (@${data.handle})`}</span>;
}
