import { rebuilder, type Rebuilt } from '@hotline/telephony';
import { onRecord } from './on-record.js';

/**
 * `npm run telephony -- rebuild --source NAME`: rows of calls made anew from the bytes that are kept.
 * @throws CannotDo with words for the operator
 */
export const rebuild = (name: string): Promise<Rebuilt> =>
  onRecord(({ locks, work, sealing }) => rebuilder(locks, work, sealing).run(name));

export function rebuiltText({ since, blocks, refused }: Rebuilt): string {
  if (since === null) return 'nothing is kept of what this source sent: its rows stay as they are';
  const lost = refused > 0 ? `; ${refused} messages were refused by the database and left out` : '';
  return `rebuilt from ${blocks} blocks of bytes, received since ${since.toISOString()}${lost}`;
}
