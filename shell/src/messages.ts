const en = {
  skip: "Skip to content",
  navigation: "Main",
  preferences: "Language and theme",
  language: "Language",
  theme: "Theme",
  "theme.system": "Like the system",
  "theme.light": "Light",
  "theme.dark": "Dark",
  notFound: "Page not found",
  notFoundText: "There is nothing at this address. It may have moved, or the address has a slip in it.",
  home: "Go to the start",
  newVersion: "A new version is ready.",
  reload: "Reload",
  notifications: "Notifications",
  close: "Close",
};

const ko: typeof en = {
  skip: "본문으로 건너뛰기",
  navigation: "주 메뉴",
  preferences: "언어와 테마",
  language: "언어",
  theme: "테마",
  "theme.system": "시스템 설정",
  "theme.light": "밝게",
  "theme.dark": "어둡게",
  notFound: "페이지를 찾을 수 없습니다",
  notFoundText: "이 주소에는 아무것도 없습니다. 옮겨졌거나 주소가 잘못되었을 수 있습니다.",
  home: "처음으로 가기",
  newVersion: "새 버전이 준비되었습니다.",
  reload: "새로 고침",
  notifications: "알림",
  close: "닫기",
};

export const messages = { en, ko };
