/** Lightness 0 to 1, chroma, hue in degrees. */
export type Oklch = [lightness: number, chroma: number, hue: number];

const OPAQUE = /oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g;

/** The opaque colours of `--color-*: light-dark(light, dark);` lines, by name; one colour alone stands for both. */
export function readColors(css: string): Record<string, { light: Oklch; dark: Oklch }> {
  const lines = [...css.matchAll(/--color-([\w-]+): (.*);/g)];
  return Object.fromEntries(
    lines.flatMap(([, name, value = ""]) => {
      const [light, dark = light] = [...value.matchAll(OPAQUE)].map(toOklch);
      return light && dark ? [[name, { light, dark }]] : [];
    }),
  );
}

function toOklch([, lightness, chroma, hue]: RegExpExecArray): Oklch {
  return [Number(lightness), Number(chroma), Number(hue)];
}
