import { GraphQLError } from "graphql";

/** What the gateway says of a field whose slice is away: throw it in the data's function for that field. */
export function unavailable(slice: string): GraphQLError {
  return new GraphQLError(`${slice} is not available.`, { extensions: { code: "SLICE_UNAVAILABLE", slice } });
}
