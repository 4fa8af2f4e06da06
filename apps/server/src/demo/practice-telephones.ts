import type { Robot } from '@hotline/practice-line';

export const PRACTICE_SOURCE = '演示话务线';
export const PRACTICE_QUEUE = 'q12351';
export const SECOND_QUEUE = 'qlegal';

/** A telephone of the practice line; with `person` its owner is made with it and answers by himself. */
export interface PracticeTelephone {
  readonly account: string;
  readonly person?: string;
  readonly address: string;
  readonly name: string;
  readonly queues: readonly string[];
}

const telephone = (
  extension: number,
  account: string,
  person?: string,
  queues: readonly string[] = [PRACTICE_QUEUE],
): PracticeTelephone => ({
  account,
  ...(person === undefined ? {} : { person }),
  address: `PJSIP/${extension}`,
  name: `${queues.includes(PRACTICE_QUEUE) ? '坐席' : '法援'}${extension}`,
  queues,
});

/** The demonstration's own agents ring only while they are signed in on the line; the others are robots with made-up names. */
export const PRACTICE_TELEPHONES: readonly PracticeTelephone[] = [
  telephone(8001, 'agent'),
  telephone(8002, 'agent-gd'),
  telephone(8003, 'practice-8003', '沈佳宁'),
  telephone(8004, 'practice-8004', '程亦安'),
  telephone(8005, 'practice-8005', '秦若彤'),
  telephone(8006, 'practice-8006', '魏子衿'),
  telephone(8007, 'practice-8007', '方晓白'),
  telephone(8090, 'practice-8090', '孟律宁', [SECOND_QUEUE]),
];

export const ROBOTS: readonly Robot[] = PRACTICE_TELEPHONES.filter(({ person }) => person !== undefined).map(
  // Whoever practises is rung before the robots.
  ({ address, name, queues }) => ({
    interface: address,
    name,
    queue: queues[0] ?? PRACTICE_QUEUE,
    penalty: 1,
  }),
);
