import type { ReactNode } from "react";

const HEART =
  "M12 20.2c-.3 0-.6-.1-.8-.3C6.6 16.1 3.5 13 3.5 9.3c0-2.7 2-4.8 4.6-4.8 1.5 0 3 .8 3.9 2.1.9-1.3 2.4-2.1 3.9-2.1 2.6 0 4.6 2.1 4.6 4.8 0 3.7-3.1 6.8-7.7 10.6-.2.2-.5.3-.8.3Z";

const drawn = {
  home: (
    <path d="M4 10.6 12 4l8 6.6V19a1.4 1.4 0 0 1-1.4 1.4h-3.9v-5.3a1 1 0 0 0-1-1h-3.4a1 1 0 0 0-1 1v5.3H5.4A1.4 1.4 0 0 1 4 19v-8.4Z" />
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.2c.7-3.7 3.7-6 7.5-6s6.8 2.3 7.5 6" />
    </>
  ),
  people: (
    <>
      <circle cx="9" cy="8.3" r="3.6" />
      <path d="M2.6 19.6c.6-3.3 3.1-5.3 6.4-5.3s5.8 2 6.4 5.3" />
      <path d="M15.7 5a3.6 3.6 0 0 1 0 6.6M17.8 14.7c2 .7 3.3 2.4 3.7 4.9" />
    </>
  ),
  search: (
    <>
      <circle cx="10.8" cy="10.8" r="6.3" />
      <path d="m15.5 15.5 4.7 4.7" />
    </>
  ),
  heart: <path d={HEART} />,
  "heart-filled": <path d={HEART} fill="currentColor" />,
  comment: (
    <path d="M12 4.3c-4.9 0-8.7 3.3-8.7 7.5 0 2.1 1 4 2.5 5.4-.1 1.1-.6 2.1-1.3 3 1.7-.1 3.3-.6 4.6-1.4.9.3 1.9.4 2.9.4 4.9 0 8.7-3.3 8.7-7.4s-3.8-7.5-8.7-7.5Z" />
  ),
  trash: (
    <path d="M4.5 6.8h15M9.3 6.8V5.2c0-.7.5-1.2 1.2-1.2h3c.7 0 1.2.5 1.2 1.2v1.6M6.3 6.8l.8 12c.1.8.7 1.4 1.5 1.4h6.8c.8 0 1.4-.6 1.5-1.4l.8-12M10.2 10.8v5.6M13.8 10.8v5.6" />
  ),
  more: (
    <g fill="currentColor" stroke="none">
      <circle cx="5.5" cy="12" r="1.7" />
      <circle cx="12" cy="12" r="1.7" />
      <circle cx="18.5" cy="12" r="1.7" />
    </g>
  ),
  settings: (
    <path d="M4 7.5h9M17.5 7.5H20M4 16.5h2.5M11 16.5h9M15.3 5.2a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6ZM8.7 14.2a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6Z" />
  ),
  sun: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 2.8v2M12 19.2v2M2.8 12h2M19.2 12h2M5.5 5.5l1.4 1.4M17.1 17.1l1.4 1.4M5.5 18.5l1.4-1.4M17.1 6.9l1.4-1.4" />
    </>
  ),
  moon: <path d="M20 14.2A8.3 8.3 0 0 1 9.8 4a8.3 8.3 0 1 0 10.2 10.2Z" />,
  globe: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M3.5 12h17M12 3.5c2.4 2.3 3.6 5.2 3.6 8.5s-1.2 6.2-3.6 8.5c-2.4-2.3-3.6-5.2-3.6-8.5s1.2-6.2 3.6-8.5Z" />
    </>
  ),
  logout: (
    <path d="M14 4.3H6.6c-.8 0-1.4.6-1.4 1.4v12.6c0 .8.6 1.4 1.4 1.4H14M10.5 12H20M16.5 8.5 20 12l-3.5 3.5" />
  ),
  plus: <path d="M12 5v14M5 12h14" />,
  check: <path d="m5 12.6 4.7 4.7L19.3 7.3" />,
  x: <path d="m6 6 12 12M18 6 6 18" />,
  back: <path d="M20 12H4.5M11 5.5 4.5 12l6.5 6.5" />,
  refresh: <path d="M19.8 12a7.8 7.8 0 1 1-2.5-5.7L20 8.8M20 4v4.8h-4.8" />,
  warning: (
    <path d="M12 9.3v4.2M12 16.8v.1M10.7 4.8 3.2 17.9a1.5 1.5 0 0 0 1.3 2.3h15a1.5 1.5 0 0 0 1.3-2.3L13.3 4.8a1.5 1.5 0 0 0-2.6 0Z" />
  ),
} satisfies Record<string, ReactNode>;

/** Names of the icons that are there. */
export type IconName = keyof typeof drawn;

/** Drawn on 24 x 24 with strokes of the text's colour. */
export const shapes: Record<IconName, ReactNode> = drawn;
