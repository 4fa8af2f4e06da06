import { isTimely, proofOf } from '../domain/webhook/proof.js';
import { hookCode, isSigned } from './hook-signature.js';

const SECRET = 'a-secret-of-a-cloud-call-centre';
const body = Buffer.from('{"SessionId":"1"}');
const NOW = new Date('2026-11-28T09:00:00Z');
const atS = String(NOW.getTime() / 1000);

const signed = (secret = SECRET, id = 'delivery-1', time = atS) => {
  const code = hookCode(secret, { prefix: `${id}.${time}.` }, body);
  return proofOf(id, time, `v1,${code}`);
};

describe('the proof of a delivery', () => {
  it('is the one Standard Webhooks describes', () => {
    // The example of the specification's reference libraries.
    const proof = proofOf(
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      '1614265330',
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    expect(proof && isSigned(secret, proof, Buffer.from('{"test": 2432232314}'))).toBe(true);
  });

  it.each([
    ['with the secret', signed(), body, true],
    [
      'one of two codes, while the secret is changed',
      proofOf(
        'delivery-1',
        atS,
        `v1,${'A'.repeat(43)}= ${'v1,' + hookCode(SECRET, { prefix: `delivery-1.${atS}.` }, body)}`,
      ),
      body,
      true,
    ],
    ['with another secret', signed('another-secret-of-somebody'), body, false],
    ['of another body', signed(), Buffer.from('{"SessionId":"2"}'), false],
  ])('%s', (_, proof, sent, wanted) => expect(proof && isSigned(SECRET, proof, sent)).toBe(wanted));

  it.each<[unknown, unknown, unknown]>([
    [undefined, atS, 'v1,x'],
    ['short', atS, `v1,${'A'.repeat(43)}=`],
    ['delivery 1', atS, `v1,${'A'.repeat(43)}=`],
    ['delivery-1', 'now', `v1,${'A'.repeat(43)}=`],
    ['delivery-1', atS, `v2,${'A'.repeat(43)}=`],
    ['delivery-1', atS, 'v1,tooshort'],
    [['delivery-1', 'delivery-2'], atS, `v1,${'A'.repeat(43)}=`],
  ])('no proof: %j %j %j', (...headers) => expect(proofOf(...headers)).toBeNull());

  it.each([
    [0, true],
    [300, true],
    [-300, true],
    [301, false],
    [-301, false],
  ])('%d s off: %s', (seconds, wanted) => {
    const proof = signed(SECRET, 'delivery-1', String(NOW.getTime() / 1000 + seconds));
    expect(proof && isTimely(proof, NOW)).toBe(wanted);
  });
});
