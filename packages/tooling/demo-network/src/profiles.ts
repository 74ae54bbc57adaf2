import type { Topic } from "./texts/topics.ts";

/** What is written by hand of each person. */
export interface Profile {
  handle: string;
  name: string;
  bio: string;
  topics: Topic[];
}

const of = (handle: string, name: string, bio: string, ...topics: Topic[]): Profile => ({
  handle,
  name,
  bio,
  topics,
});

/** In the order they joined. The first two are the documented accounts. */
export const profiles: Profile[] = [
  of("alice", "Alice Moreau", "Distributed systems by day, sourdough by night.", "code", "baking", "books"),
  of("bob", "Bob Okafor", "I fix bikes and occasionally computers.", "cycling", "code", "coffee"),
  of("seoyeon", "김서연", "망원동 주민. 빵과 산책을 좋아합니다.", "koreanFood", "koreanDays"),
  of("mira", "Mira Lindqvist", "Trail runner. Slow, but I get there.", "running", "travel"),
  of("minjun", "박민준", "주말엔 산, 평일엔 코드.", "koreanHikes", "koreanWork"),
  of("tomas", "Tomás Herrera", "Line cook, home cook, always hungry.", "cooking", "music"),
  of("ada_n", "Ada Nwosu", "Astronomy teacher. Ask me about tides.", "science", "books"),
  of("jiwoo", "이지우", "사진 찍는 디자이너입니다 📷", "koreanDays", "koreanHikes", "photos"),
  of("henrik", "Henrik Dahl", "Father of three, keeper of one very old Volvo.", "family", "cycling"),
  of("priya", "Priya Raman", "Plants, looms, podcasts.", "garden", "crafts"),
  of("lukas", "Lukas Brandt", "Compiler person. Opinions are undefined behaviour.", "code", "climbing"),
  of("haeun", "최하은", "책방에서 일해요. 추천은 언제든지!", "koreanBooks", "koreanDays"),
  of("nora", "Nora Petit", "Cinema on Tuesdays. Croissants on all days.", "films", "city"),
  of("kwame", "Kwame Mensah", "Bass player. Yes, the bass is important.", "music", "coffee"),
  of("ines", "Inês Carvalho", "Lisbon. Film cameras and steep streets.", "photos", "city"),
  of("junho", "정준호", "집밥 연구가. 실패담 전문.", "koreanFood"),
  of("sam_w", "Sam Whitaker", "Two cats, one allotment, no plan.", "pets", "garden"),
  of("yuna", "한유나", "스타트업 3년 차, 아직 살아 있어요.", "koreanWork", "koreanBooks"),
  of("olga", "Olga Sokolova", "Marine biologist on dry land.", "science", "travel"),
  of("diego", "Diego Fuentes", "Climbing gyms, climbing rocks, climbing out of bed.", "climbing", "cooking"),
  of("hana", "Hana Suzuki", "Knitting my way through the backlog.", "crafts", "books", "pets"),
  of("felix", "Félix Lambert", "Pastry school, second year. Butter is a food group.", "baking", "coffee"),
  of("sora", "윤소라", "플레이리스트 만드는 사람. 신청곡 받아요 🎧", "koreanMusic", "koreanDays"),
  of("grace", "Grace Adeyemi", "Midwife. I sleep when I can.", "family", "running"),
  of("erik", "Erik Johansson", "Trains over planes.", "travel", "city"),
  of("dohyun", "강도현", "백패킹 입문 2년 차. 장비만 늘었습니다.", "koreanHikes"),
  of("leila", "Leila Haddad", "Translator. Three alphabets, no free time.", "books", "cooking"),
  of("marcus", "Marcus Bell", "Night-shift nurse, day-time napper.", "coffee", "films"),
  of("zoe", "Zoë van Dijk", "Bridges (the civil engineering kind).", "city", "cycling"),
  of("jaemin", "서재민", "백엔드 개발자. 커피로 돌아갑니다.", "koreanWork", "koreanMusic"),
  of("amir", "Amir Rahimi", "Violin maker. Wood shavings everywhere.", "crafts", "music"),
  of("chloe", "Chloe Bennett", "Vet. Your dog is very good.", "pets", "running"),
  of("eunji", "오은지", "두 아이 엄마, 늘 졸려요.", "koreanDays", "koreanFood"),
  of("ravi", "Ravi Kulkarni", "Databases. Indexes fix everything but regret.", "code", "science"),
  of("sofia", "Sofia Rossi", "Nonna's recipes, reverse-engineered.", "cooking", "garden"),
  of("taeyang", "임태양", "영화는 혼자 보는 편. 후기는 길게.", "koreanFilms", "koreanMusic"),
  of("jonas", "Jonas Weber", "Mountain hut keeper from June to September.", "climbing", "photos"),
  of("maya", "Maya Goldberg", "Documentary editor. Every second counts.", "films", "family"),
  of("naeun", "신나은", "대학원생. 논문 빼고 다 재미있음.", "koreanBooks", "koreanFilms"),
  of("pat", "Pat O'Neill", "Postie. I know all the dogs by name.", "pets", "baking", "running"),
];
