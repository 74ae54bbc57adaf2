const en = {
  failed: "This part could not be loaded",
  failedText: "The rest of the page works. You can try again.",
  away: "Not available right now",
  awayText: "It comes back by itself as soon as it can.",
  retry: "Try again",
  loading: "Loading",
};

const ko: typeof en = {
  failed: "이 부분을 불러오지 못했습니다",
  failedText: "나머지 화면은 그대로 쓸 수 있습니다. 다시 시도해 보세요.",
  away: "지금은 볼 수 없습니다",
  awayText: "가능해지면 자동으로 다시 나타납니다.",
  retry: "다시 시도",
  loading: "불러오는 중",
};

export const messages = { en, ko };
