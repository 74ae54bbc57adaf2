import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";

/** Data that does not fit its schema. To try again does not help: other code has to come. */
export class EventDataError extends SlicewayError {
  constructor(type: string, mistakes: readonly string[]) {
    super(errors.EVENT_DATA_UNFIT(`The data of a ${type} does not fit its schema: ${mistakes.join("; ")}.`));
    this.name = "EventDataError";
  }
}
