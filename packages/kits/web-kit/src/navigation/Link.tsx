import { type LinkProps, Link as RouterLink } from "react-router";
import { usePreload } from "./usePreload.ts";

/** A link to a page of any slice: `<Link to="/@alice">`. Its code begins to load when the link is pointed at. */
export function Link(props: LinkProps) {
  const preload = usePreload();
  const start = () => {
    if (typeof props.to === "string") preload(props.to);
  };
  return <RouterLink onPointerEnter={start} onFocus={start} {...props} />;
}
