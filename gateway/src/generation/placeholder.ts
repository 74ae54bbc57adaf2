import {
  type GraphQLInputObjectType,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";

const SCALARS: Record<string, unknown> = { Int: 0, Float: 0, Boolean: false };

/** A value that a variable of this type accepts: enough to plan an operation with, meaningless otherwise. */
export function placeholder(type: GraphQLType | undefined): unknown {
  if (!type) return null;
  if (isNonNullType(type)) return placeholder(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return placeholderObject(type);
  return "name" in type && type.name in SCALARS ? SCALARS[type.name] : "0";
}

/** Only what is required: required fields cannot form a circle, or no value of the type could exist. */
function placeholderObject(type: GraphQLInputObjectType): Record<string, unknown> {
  const fields = Object.values(type.getFields()).filter(isRequiredInputField);
  const filled = fields.map((field) => [field.name, placeholder(field.type)]);
  if (type.isOneOf) {
    const [first] = Object.values(type.getFields());
    return first ? { [first.name]: placeholder(first.type) } : {};
  }
  return Object.fromEntries(filled);
}
