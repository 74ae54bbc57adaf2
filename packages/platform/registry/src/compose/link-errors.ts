import { defineErrors } from "@sliceway/errors";

/** What is wrong with links between pages. */
export const linkErrors = defineErrors({
  ROUTE_MISSING: {
    title: "A page links to a route that is not there",
    fix: 'Give a route of {target} the "name" {name} in its slice.json, deploy both slices together, or link to another route.',
  },
  ROUTE_PARAMS_DIFFER: {
    title: "A link does not give the parameters of its route",
    fix: "Give the link exactly the parameters of the route {route}, and deploy {slice} and {target} together.",
  },
});
