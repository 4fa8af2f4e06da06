import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Sealing } from '@hotline/kernel';

const VERSION = 1; // aes-256-gcm under the first key; the byte leaves room for SM4 and for later keys
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM by field, HMAC-SHA-256 fingerprints; separate keys derived from one master key (RFC 5869). */
export class FieldSealing extends Sealing {
  private readonly sealingKey: Buffer;
  private readonly fingerprintKey: Buffer;
  private readonly chainKey: Buffer;

  constructor(master: Buffer) {
    super();
    const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, 'hotline-12351', purpose, 32));
    this.sealingKey = derive('seal');
    this.fingerprintKey = derive('fingerprint');
    this.chainKey = derive('chain');
  }

  seal(clear: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.sealingKey, iv);
    const body = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body]);
  }

  open(sealed: Buffer): string {
    if (sealed[0] !== VERSION) throw new Error(`sealed with an unknown key version ${sealed[0]}`);
    const iv = sealed.subarray(1, 1 + IV_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.sealingKey, iv);
    decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES));
    const body = sealed.subarray(1 + IV_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  }

  fingerprint(value: string): Buffer {
    return createHmac('sha256', this.fingerprintKey).update(value).digest();
  }

  mac(...parts: (string | Buffer)[]): Buffer {
    const hmac = createHmac('sha256', this.chainKey);
    for (const part of parts) hmac.update(part).update('\0');
    return hmac.digest();
  }
}
