import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '@hotline/kernel';
import { type Unit, UnitTree } from '@hotline/organization';
import { changesOf, type Wall } from '../domain/wall.js';
import { type MadeWall, MakeWall } from './make-wall.js';

export interface Snapshot {
  /** Counts the changes of this wall in this process; each message says from which version it leads on. */
  readonly version: number;
  readonly asOf: string;
  readonly wall: Wall;
}

/** A message to everybody who looks at a wall; its text is written once, however many look. */
export type WallMessage =
  | { readonly kind: 'wall' | 'change' | 'still'; readonly text: string }
  /** The wall is no more: its unit has moved or ended, and the viewer asks anew. */
  | { readonly kind: 'over' };

const EVERY_MS = 1_000;
/** Without a change a screen hears this often that the picture still holds. */
const STILL_MS = 3_000;

interface Viewed {
  readonly unit: Unit;
  made: MadeWall | null;
  version: number;
  making: Promise<Snapshot> | null;
  saidAt: number;
  readonly viewers: Set<(message: WallMessage) => void>;
  timer: NodeJS.Timeout | null;
}

/** The walls somebody looks at: each is made once a second, however many look, and not at all when nobody does. */
@Injectable()
export class Walls implements OnModuleDestroy {
  private readonly walls = new Map<string, Viewed>();

  constructor(
    private readonly make: MakeWall,
    private readonly units: UnitTree,
    private readonly clock: Clock,
  ) {}

  /** Open walls would otherwise keep the server from closing. */
  onModuleDestroy(): void {
    for (const viewed of this.walls.values()) {
      if (viewed.timer) clearInterval(viewed.timer);
      for (const viewer of viewed.viewers) viewer({ kind: 'over' });
    }
  }

  /** At most a second old. */
  async current(unit: Unit): Promise<Snapshot> {
    const viewed = this.of(unit);
    const { made } = viewed;
    const old = !made || this.clock.now().getTime() - made.asOf.getTime() >= EVERY_MS;
    return old ? this.again(viewed) : snapshotOf(viewed, made);
  }

  /** Begins with the whole wall. @returns how to stop looking */
  look(unit: Unit, viewer: (message: WallMessage) => void): () => void {
    const viewed = this.of(unit);
    let begun = false;
    // What changes before the first whole picture is in it.
    const hear = (message: WallMessage): void =>
      begun || message.kind === 'over' ? viewer(message) : undefined;
    viewed.viewers.add(hear);
    void this.current(unit)
      .then((snapshot) => viewer({ kind: 'wall', text: JSON.stringify(snapshot) }))
      // A viewer without a whole picture finds a version missing and asks again.
      .catch(() => undefined)
      .finally(() => (begun = true));
    viewed.timer ??= setInterval(() => void this.tick(viewed), EVERY_MS);
    return () => {
      viewed.viewers.delete(hear);
      if (viewed.viewers.size > 0) return;
      if (viewed.timer) clearInterval(viewed.timer);
      viewed.timer = null;
      if (this.walls.get(viewed.unit.id) === viewed) this.walls.delete(viewed.unit.id);
    };
  }

  private of(unit: Unit): Viewed {
    const known = this.walls.get(unit.id);
    if (known && known.unit.path === unit.path) return known;
    const viewed: Viewed = {
      unit,
      made: null,
      version: 0,
      making: null,
      saidAt: 0,
      viewers: new Set(),
      timer: null,
    };
    this.walls.set(unit.id, viewed);
    return viewed;
  }

  /** One making at a time: whoever asks meanwhile gets the same. */
  private again(viewed: Viewed): Promise<Snapshot> {
    viewed.making ??= this.make
      .run(viewed.unit, viewed.made?.kept)
      .then((made) => this.tell(viewed, made))
      .finally(() => (viewed.making = null));
    return viewed.making;
  }

  private async tick(viewed: Viewed): Promise<void> {
    const now = this.units.current().find(viewed.unit.id);
    if (!now?.active || now.path !== viewed.unit.path) {
      for (const viewer of viewed.viewers) viewer({ kind: 'over' });
      return;
    }
    // A second that could not be read is left out: the screen sees how old its picture is.
    await this.again(viewed).catch(() => undefined);
  }

  private tell(viewed: Viewed, made: MadeWall): Snapshot {
    const before = viewed.made;
    viewed.made = made;
    if (!before) return snapshotOf(viewed, made);
    const pieces = changesOf(before.wall, made.wall);
    const asOf = made.asOf.toISOString();
    if (Object.keys(pieces).length > 0) {
      viewed.version += 1;
      this.say(viewed, made, 'change', { from: viewed.version - 1, version: viewed.version, asOf, pieces });
    } else if (made.asOf.getTime() - viewed.saidAt >= STILL_MS) {
      this.say(viewed, made, 'still', { version: viewed.version, asOf });
    }
    return snapshotOf(viewed, made);
  }

  private say(viewed: Viewed, made: MadeWall, kind: 'change' | 'still', what: object): void {
    viewed.saidAt = made.asOf.getTime();
    const text = JSON.stringify(what);
    for (const viewer of viewed.viewers) viewer({ kind, text });
  }
}

const snapshotOf = ({ version }: Viewed, { wall, asOf }: MadeWall): Snapshot => ({
  version,
  asOf: asOf.toISOString(),
  wall,
});
