/** Names a set of rules: a version by its number, a draft by its id. */
export const CATALOGUE_REF = /^(?:\d{1,6}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
