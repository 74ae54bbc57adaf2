import { linkClass, Text } from "@sliceway/ui";
import { Link, useLocation } from "@sliceway/web-kit";

export interface OtherWayProps {
  question: string;
  label: string;
  /** The other page; where one wanted to go goes along. */
  to: string;
}

/** Below a form, for those who meant the other one. */
export function OtherWay({ question, label, to }: OtherWayProps) {
  const { search } = useLocation();
  return (
    <Text tone="muted">
      {question}{" "}
      <Link className={linkClass()} to={`${to}${search}`}>
        {label}
      </Link>
    </Text>
  );
}
