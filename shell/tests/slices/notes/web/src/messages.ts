export const messages = {
  en: { notes: "{count, plural, one {# note} other {# notes}} by {handle}" },
  ko: { notes: "{handle}님의 메모 {count}개" },
};
