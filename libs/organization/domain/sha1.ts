/** SHA-1 (FIPS 180-4) for name-based ids only, never for secrets: rules may not reach for the platform's crypto. */
const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** Functions and constants of FIPS 180-4, 4.1.1 and 4.2.1, twenty rounds each. */
function mix(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

type State = [number, number, number, number, number];

export function sha1(message: Uint8Array): Uint8Array {
  const words = padded(message);
  let state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let at = 0; at < words.byteLength; at += 64) state = compress(state, words, at);
  const digest = new DataView(new ArrayBuffer(20));
  state.forEach((word, i) => digest.setInt32(i * 4, word));
  return new Uint8Array(digest.buffer);
}

function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 4, message.length * 8);
  return view;
}

function compress(before: State, words: DataView, at: number): State {
  const schedule = new Int32Array(80);
  for (let i = 0; i < 16; i++) schedule[i] = words.getInt32(at + i * 4);
  for (let i = 16; i < 80; i++) {
    schedule[i] = rotate(
      w(schedule, i - 3) ^ w(schedule, i - 8) ^ w(schedule, i - 14) ^ w(schedule, i - 16),
      1,
    );
  }
  let [a, b, c, d, e] = before;
  for (let i = 0; i < 80; i++) {
    const next = (rotate(a, 5) + mix(i, b, c, d) + e + w(schedule, i)) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  const [h0, h1, h2, h3, h4] = before;
  return [(h0 + a) | 0, (h1 + b) | 0, (h2 + c) | 0, (h3 + d) | 0, (h4 + e) | 0];
}

const w = (schedule: Int32Array, i: number): number => schedule[i] ?? 0;
