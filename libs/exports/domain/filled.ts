/** Fills `{{name}}` as the console's texts do. */
export const filled = (text: string, values: Readonly<Record<string, string | number | null>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Days in the name of a file: one where it is one. */
export const daysName = (from: string, to: string): string => (from === to ? from : `${from}-${to}`);
