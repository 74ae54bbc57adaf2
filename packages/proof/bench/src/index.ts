export { AnswerFault, type FaultKind } from "./load/answer-fault.ts";
export * as answers from "./load/answers.ts";
export { logIn, type Member, signUp } from "./load/enter.ts";
export { type LoadReport, type OpenLoop, startOpenLoop } from "./load/open-loop.ts";
export type { AskOptions, Person, Place } from "./load/person.ts";
export { send, textOf } from "./load/send.ts";
export { type SocialLoadOptions, startSocialLoad } from "./load/start-social-load.ts";
