import { dialResultOf } from '../../../../libs/telephony/domain/fold/dial-result.js';
import { SAYS } from './said';

/** Q.850 as Asterisk sends it, and FreeSWITCH's names of the same. */
const CAUSES = [
  ['17', 'USER_BUSY', 'busy'],
  ['18', 'NO_USER_RESPONSE', 'no-answer'],
  ['19', 'NO_ANSWER', 'no-answer'],
  ['20', 'SUBSCRIBER_ABSENT', 'powered-off'],
  ['21', 'CALL_REJECTED', 'no-answer'],
  ['27', 'DESTINATION_OUT_OF_ORDER', 'powered-off'],
  ['28', 'INVALID_NUMBER_FORMAT', 'wrong-number'],
  ['1', 'UNALLOCATED_NUMBER', 'wrong-number'],
  ['38', 'NETWORK_OUT_OF_ORDER', null],
] as const;

describe('the form of a call-back', () => {
  it.each(CAUSES)('hears of cause %s, %s, and proposes %s', (number, name, why) => {
    for (const cause of [number, name]) {
      // What Asterisk says beside it is coarser: CONGESTION for most of them.
      const status = cause === number ? 'CONGESTION' : null;
      const result = dialResultOf(false, [{ status, cause, gaveUp: false }], true);
      expect(SAYS[result ?? 'answered']).toEqual({ reached: 'no', why });
    }
  });
});
