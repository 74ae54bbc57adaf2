/** Characters that contract/schema.graphql allows. The server decides; these let the counters warn in time. */
export const POST_LIMIT = 1000;
export const COMMENT_LIMIT = 500;
