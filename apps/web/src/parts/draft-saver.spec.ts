import { OfflineError, ProblemError } from '../api/client';
import type { DraftView } from '../api/contract';
import { DraftSaver } from './draft-saver';

type Answer = 'ok' | Error;

/** A server that answers as told, then well; it keeps what it was given. */
function aServer(answers: Answer[]) {
  const kept: { version: number; body: Record<string, unknown> }[] = [];
  const put = (version: number, body: Record<string, unknown>): Promise<DraftView> => {
    const answer = answers.shift() ?? 'ok';
    if (answer !== 'ok') return Promise.reject(answer);
    kept.push({ version, body });
    const savedAt = '2026-03-16T06:03:22.000Z';
    return Promise.resolve({
      id: 'd',
      purpose: 'contact',
      subjectId: null,
      body,
      version: version + 1,
      savedAt,
    });
  };
  const phases: string[] = [];
  const changed = ({ phase }: { phase: string }): number => phases.push(phase);
  return { kept, phases, saver: new DraftSaver({ version: 0, savedAt: null, put, changed }) };
}

function problem(status: number): ProblemError {
  const body = { type: 'about:blank', title: '', status, code: 'x', detail: '', requestId: '' };
  return new ProblemError(body, status);
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('saves the newest text once, after a pause', async () => {
  const { kept, saver } = aServer([]);
  saver.change({ text: '一' });
  await jest.advanceTimersByTimeAsync(300);
  saver.change({ text: '一二' });
  await jest.advanceTimersByTimeAsync(700);
  expect(kept).toEqual([{ version: 0, body: { text: '一二' } }]);
  expect(saver.status.phase).toBe('saved');
  expect(saver.dirty).toBe(false);
});

it('keeps the text while the network is down and saves it when it is back', async () => {
  const { kept, saver } = aServer([new OfflineError(), new OfflineError()]);
  saver.change({ text: '断网' });
  await jest.advanceTimersByTimeAsync(700);
  expect(saver.status).toMatchObject({ phase: 'retrying', offline: true });
  expect(saver.dirty).toBe(true);
  await jest.advanceTimersByTimeAsync(7000);
  expect(kept).toEqual([{ version: 0, body: { text: '断网' } }]);
  expect(saver.status).toMatchObject({ phase: 'saved', offline: false });
});

it.each([409, 404])('stops at %i until the person has chosen', async (status) => {
  const { kept, saver } = aServer([problem(status)]);
  saver.change({ text: '我的' });
  await jest.advanceTimersByTimeAsync(60_000);
  expect(saver.status.phase).toBe('conflict');
  expect(kept).toEqual([]);
  saver.overwrite(7);
  await jest.advanceTimersByTimeAsync(0);
  expect(kept).toEqual([{ version: 7, body: { text: '我的' } }]);
});

it('lets no save overtake a submission, and goes on after a refusal', async () => {
  const { kept, saver } = aServer([]);
  saver.change({ text: '交办' });
  await saver.hold();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(kept).toEqual([]);
  saver.resume();
  await jest.advanceTimersByTimeAsync(700);
  expect(kept).toHaveLength(1);
});

it('never writes again once the contact is handed in', async () => {
  const { kept, saver } = aServer([]);
  saver.change({ text: '已交' });
  saver.stop();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(kept).toEqual([]);
});
