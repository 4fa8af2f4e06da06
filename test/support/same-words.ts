/** Leaves of the first that the second says otherwise or not at all, each by its path with both texts. */
export function differences(a: object, b: object, path = ''): [string, unknown, unknown][] {
  return Object.entries(a).flatMap(([key, value]): [string, unknown, unknown][] => {
    const other = (b as Record<string, unknown>)[key];
    const name = `${path}${key}`;
    if (typeof value === 'object' && value !== null && typeof other === 'object' && other !== null)
      return differences(value as object, other, `${name}.`);
    return value === other ? [] : [[name, value, other]];
  });
}
