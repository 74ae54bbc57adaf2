import { defineErrors } from "@sliceway/errors";

/** What keeps releases of several slices from being one vector. */
export const composeErrors = defineErrors({
  CLAIMED_TWICE: {
    title: "Two slices have what only one may have",
    fix: "Give it to one of the two slices.",
  },
  FRAGMENT_CONFLICT: {
    title: "Two slices have a fragment of one name",
    fix: "Rename one of the two: a fragment's name begins with a component of its own slice.",
  },
  FRAGMENT_INVALID: {
    title: "An exposed fragment does not fit the schema",
    fix: "Correct the exposed fragment, or deploy it together with the release whose schema it was written for.",
  },
  FRAGMENT_MALFORMED: { title: "An exposed fragment cannot be read", fix: "Correct the fragment." },
  FRAGMENT_MISSING: {
    title: "An operation needs a fragment that no slice exposes",
    fix: "Deploy it together with a release that exposes {fragment}, or take the spread out.",
  },
  FRAGMENT_USES_VARIABLES: {
    title: "An exposed fragment uses a variable",
    fix: "Write a literal value in its place, or ask for the field by an operation of the slot's own.",
  },
  OPERATION_INVALID: {
    title: "An operation does not fit the schema",
    fix: "Correct {operation}, or deploy it together with the releases whose schema it was written for.",
  },
  SCHEMAS_DO_NOT_COMPOSE: {
    title: "The slices' schemas do not compose",
    fix: "Correct {file} of {slice}, or deploy the releases that fit it as one set.",
  },
  SHARED_EXPORT_MISSING: {
    title: "A slice uses what the shell does not provide",
    fix: "Deploy a {shell} release that provides it first, or stop using it.",
  },
  SLOT_LOST: {
    title: "A slot that pages name is filled by nobody any more",
    fix: "Go on filling {slot} in the slice.json of {filler}, or deploy it together with a release of {slice} that does not name it.",
  },
});
