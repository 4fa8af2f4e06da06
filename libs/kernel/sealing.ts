/** Encrypts one field of personal data; the sealed value names its algorithm and key so that keys can be changed. */
export abstract class Sealing {
  abstract seal(clear: string): Buffer;
  abstract open(sealed: Buffer): string;
  /** Keyed hash of a normalised value: exact search without the clear text. */
  abstract fingerprint(value: string): Buffer;
  /** Keyed hash for chained records. */
  abstract mac(...parts: (string | Buffer)[]): Buffer;
}
