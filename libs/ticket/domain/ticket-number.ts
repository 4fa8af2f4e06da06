const NUMBER = /^(\d{8})-?(\d{0,8})$/;

/** `20260316-006` or `20260316006` as the beginning of ticket numbers; null when the text is no number. */
export function numberPrefix(text: string): string | null {
  const [whole, day, serial = ''] = NUMBER.exec(text.normalize('NFKC').trim()) ?? [];
  if (whole === undefined || day === undefined) return null;
  return serial === '' ? day : `${day}-${serial}`;
}
