import { type CSSProperties, useState } from "react";
import { hueOf } from "./hue-of.ts";
import { initials } from "./initials.ts";

export interface AvatarProps {
  /** Gives the colours when there is no picture. */
  id: string;
  name: string;
  url?: string | null;
  size?: "small" | "medium" | "large" | "huge";
}

/** A person's picture, or initials on colours of their own. Decorative: the name stands beside it. */
export function Avatar({ id, name, url, size = "medium" }: AvatarProps) {
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const hue = { "--avatar-hue": hueOf(id) } as CSSProperties;
  return (
    <span className={`ui-avatar ui-avatar-${size}`} style={hue} aria-hidden="true">
      {url && url !== failedUrl ? (
        <img src={url} alt="" loading="lazy" decoding="async" onError={() => setFailedUrl(url)} />
      ) : (
        initials(name)
      )}
    </span>
  );
}
