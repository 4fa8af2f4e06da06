import { InvalidConfiguration } from './configuration.js';

export type Settings = Readonly<Record<string, string | undefined>>;

const YES = ['true', '1', 'yes', 'on'];
const NO = ['false', '0', 'no', 'off'];

/** Typed readers over environment variables; every complaint is one sentence that names the variable. */
export class SettingReader {
  constructor(private readonly env: Settings) {}

  text(name: string, preset: string): string {
    return this.value(name) ?? preset;
  }

  integer(name: string, preset: number, least: number, most: number): number {
    const given = this.value(name);
    if (given === undefined) return preset;
    const number = Number(given);
    const fits = /^\d+$/.test(given) && number >= least && number <= most;
    return fits ? number : complain(name, `a whole number from ${least} to ${most}, not "${given}"`);
  }

  flag(name: string, preset: boolean): boolean {
    const given = this.value(name)?.toLowerCase();
    if (given === undefined) return preset;
    if (YES.includes(given)) return true;
    return NO.includes(given) ? false : complain(name, `true or false, not "${given}"`);
  }

  choice<T extends string>(name: string, choices: readonly T[], preset: T): T {
    const given = this.value(name);
    if (given === undefined) return preset;
    return (
      choices.find((choice) => choice === given) ??
      complain(name, `one of ${choices.join(', ')}, not "${given}"`)
    );
  }

  /** The value may hold a password, so it is never repeated in the message. */
  url(name: string, protocols: readonly string[]): string {
    const given = this.value(name) ?? complain(name, `set to an address that starts with ${protocols[0]}//`);
    const fits = URL.canParse(given) && protocols.includes(new URL(given).protocol);
    return fits ? given : complain(name, `an address that starts with ${protocols.join('// or ')}//`);
  }

  key(name: string): Buffer {
    const bytes = Buffer.from(this.value(name) ?? '', 'base64');
    return bytes.length === 32
      ? bytes
      : complain(name, 'set to 32 random bytes in base64 (openssl rand -base64 32)');
  }

  private value(name: string): string | undefined {
    return this.env[name]?.trim() || undefined;
  }
}

function complain(name: string, wanted: string): never {
  throw new InvalidConfiguration(`${name} must be ${wanted}.`);
}
