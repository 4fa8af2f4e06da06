import fc from 'fast-check';
import { FieldSealing } from './field-sealing.js';

const sealing = new FieldSealing(Buffer.alloc(32, 1));
const other = new FieldSealing(Buffer.alloc(32, 2));

describe('sealing a field', () => {
  it('opens to the same text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => sealing.open(sealing.seal(text)) === text),
    );
  });

  it('gives another sealed value each time, and none holds the text', () => {
    const [first, second] = [sealing.seal('13800000000'), sealing.seal('13800000000')];
    expect(first.equals(second)).toBe(false);
    expect(first.includes('13800000000')).toBe(false);
  });

  it('refuses a changed byte anywhere, another key and another version', () => {
    const sealed = sealing.seal('赵小明');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => sealing.open(changed)).toThrow();
    }
    expect(() => other.open(sealed)).toThrow();
  });

  it('fingerprints alike what is alike, differently under another key and for another purpose', () => {
    expect(sealing.fingerprint('a').equals(sealing.fingerprint('a'))).toBe(true);
    expect(sealing.fingerprint('a').equals(other.fingerprint('a'))).toBe(false);
    expect(sealing.fingerprint('a').equals(sealing.mac('a'))).toBe(false);
    expect(sealing.mac('ab', 'c').equals(sealing.mac('a', 'bc'))).toBe(false);
  });
});
