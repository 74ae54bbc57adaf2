import type { Fault } from "./start-site.ts";

export const sendNotFound: Fault = (response) => void response.status(404).end();

export const sendError: Fault = (response) => void response.status(500).end();

/** Other bytes than were promised. */
export const sendTampered: Fault = (response) =>
  void response.type("js").send("document.title = 'taken over'");

/** Nothing, for as long as the browser waits. */
export const hang: Fault = () => undefined;
