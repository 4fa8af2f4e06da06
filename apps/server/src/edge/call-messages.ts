import { say } from './say.js';

/** What refusals about switchboards and telephones say. */
export const CALL_MESSAGES = {
  'telephone-taken': say(
    '这部话机已有人使用',
    '{address} 现归 {holder} 使用，请先结束对方的使用，或换一部话机。',
    'Telephone in use',
    '{address} is the telephone of {holder}; end that first, or take another one.',
  ),
  'has-telephone': say(
    '此人已有话机',
    '{holder} 已在使用 {address}，请先结束，一人同时只能用一部话机。',
    'Already has a telephone',
    '{holder} has {address}; end that first, a person has one telephone at a time.',
  ),
  'already-taken': say(
    '已有人在回拨',
    '这个号码已由别人领取，请换一个，或请对方先放回。',
    'Already taken',
    'Somebody else is calling this number back; take another one, or ask them to give it back.',
  ),
  'hook-refused': say(
    '推送未被接受',
    '签名、时间或编号不符，或没有这条线路。请核对密钥、时钟和地址；原因记在线路的健康页上。',
    'Delivery refused',
    'Signature, time or id is not right, or there is no such line. Look at secret, clock and address; the line’s page has the reason.',
  ),
} as const;
