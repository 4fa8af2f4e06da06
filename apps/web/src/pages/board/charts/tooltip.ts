/** The one dark tooltip of the board. Words are escaped: unit names come from the database. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export interface TipText {
  title: string;
  lines: [string, string][];
  see?: string;
}

export function tipHtml({ title, lines, see }: TipText): string {
  const rows = lines.map(
    ([name, value]) => `<div class="tip-line"><span>${escaped(name)}</span><b>${escaped(value)}</b></div>`,
  );
  const end = see ? `<div class="tip-see">${escaped(see)}</div>` : '';
  return `<div class="tip-title">${escaped(title)}</div>${rows.join('')}${end}`;
}

export const TOOLTIP = {
  confine: true,
  className: 'board-tip',
  backgroundColor: 'var(--tip)',
  borderWidth: 0,
  padding: [8, 12],
  transitionDuration: 0,
  textStyle: { color: 'var(--tip-ink)', fontSize: 12 },
  extraCssText: 'box-shadow: var(--shadow);',
} as const;
