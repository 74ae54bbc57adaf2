/** Up to two letters that stand for a name: "Alice Liddell" is AL, "김민지" is 민지, "" is "". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const [first = "", ...others] = words;
  if (/^\p{Script=Hangul}{3,4}$/u.test(first) && others.length === 0) return first.slice(-2);
  const last = others.at(-1);
  return (firstLetter(first) + (last ? firstLetter(last) : "")).toUpperCase();
}

function firstLetter(word: string): string {
  const [segment] = new Intl.Segmenter().segment(word);
  return segment?.segment ?? "";
}
