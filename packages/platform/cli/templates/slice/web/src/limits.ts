/** Characters that contract/schema.graphql allows. The server decides; this lets the counter warn in time. */
export const ENTRY_LIMIT = 280;
