import { defineErrors } from "@sliceway/errors";

/** What keeps a new slice from being written. */
export const errors = defineErrors({
  FILE_EXISTS: {
    title: "A file of the new slice is there already",
    fix: "Move it away or choose another name; nothing was written.",
  },
  INSTALL_FAILED: {
    title: "npm could not link the new slice's packages",
    fix: "The slice is written. Correct what npm says and run `npm install` again.",
  },
  NAME_MISSPELT: {
    title: "A slice cannot have that name",
    fix: "Use words of a-z and 0-9 joined by hyphens, 2 to {longest} characters, a letter first: photo-albums.",
  },
  NAME_RESERVED: { title: "The platform uses the name itself", fix: "Choose another, such as {name}-book." },
  ROUTE_TAKEN: {
    title: "Another slice has the route of the new one",
    fix: "Choose another name; nothing was written.",
  },
  SLICE_EXISTS: {
    title: "There is a slice of that name already",
    fix: "Choose another name; nothing was written.",
  },
  TITLE_UNFIT: {
    title: "A title cannot stand in the navigation",
    fix: "Use 1 to 40 characters on one line, without {forbidden} and without space around them.",
  },
});
