/** A hue (0 to 359) that belongs to an id: the same everywhere, spread evenly also over ids that count up. */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return Math.floor((mix(hash) / 2 ** 32) * 360);
}

/** FNV-1a alone gives neighbouring ids neighbouring hues; this is MurmurHash3's finisher. */
function mix(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
