import { LiveLine } from '@hotline/practice-line';
import { Behind } from './behind.js';
import type { Hotline } from './hotline.js';
import { must, unitWithCode } from './moves.js';

const SECRET = 'line-secret-12351';
const ADDRESS = 'PJSIP/8001';

/** A practice switchboard over real TCP, connected by the API, with one telephone for one agent. */
export class PracticeDesk {
  private constructor(
    readonly line: LiveLine,
    readonly behind: Behind,
    private readonly hotline: Hotline,
    private readonly sourceId: string,
  ) {}

  static async open(hotline: Hotline, agent: string): Promise<PracticeDesk> {
    const behind = await Behind.of(hotline);
    const queue = { name: 'q12351', ringMs: 20_000, retryMs: 200, limitMs: 60_000, mostWaiting: 6 };
    const line = new LiveLine({
      host: '127.0.0.1',
      port: 0,
      account: { username: 'hotline', secret: SECRET },
      board: { number: '12351', ivrMs: 50, queues: [{ ...queue, serviceSeconds: 15 }] },
      seed: 1,
      now: () => Date.now(),
    });
    const port = await line.open();
    const admin = await hotline.as('admin');
    const settings = { host: '127.0.0.1', port, username: 'hotline', tls: false };
    const unitId = await unitWithCode(admin, 'cn');
    const { id } = must(
      await admin.api.POST('/api/telephony/sources', {
        body: { name: '练习线', kind: 'ami', unitId, settings, secret: SECRET },
      }),
    );
    const [account] = await behind.rows<{ id: string }>('select id from account where name = $1', [agent]);
    const telephone = { kind: 'practice' as const, address: ADDRESS, name: '坐席8001', queues: ['q12351'] };
    must(
      await admin.api.POST('/api/telephony/sources/{id}/telephones', {
        params: { path: { id } },
        body: { ...telephone, accountId: account?.id ?? '' },
      }),
    );
    return new PracticeDesk(line, behind, hotline, id);
  }

  /** Waits for the green light of the line. */
  async isLive(): Promise<boolean> {
    const [feed] = await this.behind.rows<{ state: string }>(
      `select state from telephony_feed where source_id = $1 and feed = 'ami'`,
      [this.sourceId],
    );
    return feed?.state === 'live';
  }

  ring(number: string): void {
    this.line.call({ number, queue: 'q12351', patienceMs: 120_000, talkMs: 600_000, endedBy: 'caller' });
  }

  async close(): Promise<void> {
    await this.line.close();
    await this.behind.close();
  }
}
