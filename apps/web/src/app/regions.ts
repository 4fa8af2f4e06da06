const CONTROL = 'input:not([disabled]), textarea, button:not([disabled]), a[href], [tabindex="0"]';

/** Where a region is entered: at its marked start, a list at the chosen or first control in it; else at its first control. */
function entryOf(region: HTMLElement): HTMLElement | null {
  const start = region.querySelector<HTMLElement>('[data-region-start]');
  if (start && start.tabIndex >= 0) return start;
  return (
    start?.querySelector<HTMLElement>('input:checked') ??
    start?.querySelector<HTMLElement>(CONTROL) ??
    region.querySelector<HTMLElement>(CONTROL)
  );
}

/** F6: moves the focus to the next region of the page (`data-region`), as desktop programs do. */
export function focusNextRegion(back = false): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) =>
    region.checkVisibility(),
  );
  const now = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(now + (back ? -1 : 1) + regions.length) % Math.max(1, regions.length)];
  if (!next) return;
  const entry = entryOf(next);
  if (!entry && !next.hasAttribute('tabindex')) next.tabIndex = -1;
  (entry ?? next).focus();
}
