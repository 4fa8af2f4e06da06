const places = {
  number: '#desk-number',
  kind: '[data-desk="kind"] input:checked, [data-desk="kind"] input',
  field: '#desk-field',
  confidentiality: '[data-desk="confidentiality"] input:checked, [data-desk="confidentiality"] input',
  text: '#desk-text',
  answer: '#desk-answer',
  urgent: '#desk-urgent .ant-input-status-error, #desk-urgent [data-urgent]',
} as const;

export type FocusPlace = keyof typeof places;

/** Moves the focus once the page has been drawn with the new state. */
export function focusDesk(place: FocusPlace): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      const [first, second] = places[place].split(', ');
      const found =
        document.querySelector<HTMLElement>(first ?? '') ??
        document.querySelector<HTMLElement>(second ?? first ?? '');
      found?.focus();
    }, 0),
  );
}
