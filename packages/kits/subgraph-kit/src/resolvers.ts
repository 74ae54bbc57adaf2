import type { GraphQLResolveInfo } from "graphql";

/** Written as a method so that a resolver may name the types of its parent and arguments. */
interface ResolverShape<Context> {
  resolve(parent: unknown, args: unknown, context: Context, info: GraphQLResolveInfo): unknown;
}

export type Resolver<Context> = ResolverShape<Context>["resolve"];

/** GraphQL type to field to resolver; `__resolveReference(reference, context)` of an entity goes beside its fields. */
export type Resolvers<Context> = Record<string, Record<string, Resolver<Context>>>;
