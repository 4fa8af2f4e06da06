import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { onPath } from '../support/programs.mjs';

export const CHROMIUM = onPath('chromium') ?? onPath('google-chrome');
export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

// These run inside the page; the tests themselves have no document.
declare const document: { readonly activeElement: unknown };
declare const location: { readonly pathname: string };

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

export function launch(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update'];
  return chromium.launch({ executablePath: CHROMIUM ?? '', args: [...FLAGS, ...quiet] });
}

/** A browser window of one person; remembers everything the page complained about. */
export class Window {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly base: string,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
  }

  static async open(browser: Browser, base: string, viewport = DESKTOP): Promise<Window> {
    const context = await browser.newContext({
      viewport,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    return new Window(await context.newPage(), context, base);
  }

  /** Signs in behind the page, so that only the sign-in chapter types passwords. */
  async as(name: string, path: string): Promise<this> {
    const answer = await this.context.request.post(`${this.base}/api/session`, {
      data: { name, password: 'demo-12351' },
      headers: { origin: this.base, 'sec-fetch-site': 'same-origin' },
    });
    if (!answer.ok()) throw new Error(`sign-in of ${name}: ${answer.status()}`);
    await this.go(path);
    return this;
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.base + path);
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.insertText(text);
  }

  /** Moves by `Tab` alone until the control has the focus; fails when it cannot be reached. */
  async tabTo(control: Locator, most = 14): Promise<void> {
    for (let presses = 0; presses < most; presses += 1) {
      if (await control.evaluate((element) => element.contains(document.activeElement as never))) return;
      await this.press('Tab');
    }
    throw new Error(`not reached with ${most} tabs: ${control}`);
  }

  async focused(control: Locator): Promise<void> {
    const element = await control.first().elementHandle();
    await this.page.waitForFunction(
      (wanted) => wanted?.contains(document.activeElement as never) === true,
      element,
    );
  }

  /** What axe finds serious or critical under WCAG 2.2 AA on the page as it is now. */
  async barriers(): Promise<string[]> {
    await this.page.evaluate(AXE);
    return this.page.evaluate(async () => {
      interface Axe {
        run(options: object): Promise<{
          violations: {
            id: string;
            impact: string | null;
            nodes: { target: unknown[]; failureSummary?: string }[];
          }[];
        }>;
      }
      const { axe } = globalThis as unknown as { axe: Axe };
      const { violations } = await axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        resultTypes: ['violations'],
      });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map(
            (node) => `${location.pathname} ${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`,
          ),
        );
    });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
