/** Request header of every call a page makes: the vector it was loaded at. */
export const VECTOR_HEADER = "x-sliceway-vector";
/** Answer header: the vector that the page should reload to soon, because its own will not be served for long. */
export const OFFER_HEADER = "x-sliceway-offer";
/** Request header and cookie: the signed override by which a browser or a test sees a preview. */
export const PREVIEW_HEADER = "x-sliceway-preview";
/** Request header: the key under which a mutation is applied once. */
export const IDEMPOTENCY_HEADER = "idempotency-key";
/** Answer header of the identity slice: `open <token> <maxAgeSeconds>` or `close`. */
export const SESSION_HEADER = "x-sliceway-session";
/** Path on the identity slice that turns a session token into claims. */
export const IDENTITY_PATH = "/identity/session";
/** Cookie that a page sets before it loads anew: `slice@id` of releases that failed in it, joined by `.`. Taken once. */
export const AVOID_COOKIE = "avoid";
/** Header of a release that is published: the id of the key that signed it, a space, and the signature in base64. */
export const SIGNATURE_HEADER = "x-sliceway-signature";
