/** F6: moves the focus to the next region of the page (`data-region`), as desktop programs do. */
export function focusNextRegion(back = false): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) =>
    region.checkVisibility(),
  );
  const now = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(now + (back ? -1 : 1) + regions.length) % Math.max(1, regions.length)];
  if (!next) return;
  const first = next.querySelector<HTMLElement>(
    '[data-region-start], input:not([disabled]), textarea, button:not([disabled]), a[href], [tabindex="0"]',
  );
  if (!first && !next.hasAttribute('tabindex')) next.tabIndex = -1;
  (first ?? next).focus();
}
