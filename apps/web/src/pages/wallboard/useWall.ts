import { useEffect, useState } from 'react';
import { get } from '../../api/client';
import type { UnitBrief, WallPicture } from '../../api/contract';
import { setServerTime } from '../../api/server-clock';

export interface WallNow {
  unit: UnitBrief;
  place: string;
  version: number;
  asOf: string;
  wall: WallPicture;
}

interface Change {
  from: number;
  version: number;
  asOf: string;
  pieces: Partial<WallPicture>;
}

const AGAIN_MS = 3_000;

type State = { now: WallNow | null; error: unknown };

/**
 * The wall as the server tells it. The stream begins with the whole picture and goes on with pieces; when a version is
 * missing, or the stream is cut, it is opened anew. The last picture stays until there is a newer one.
 */
export function useWall(unitId: string | undefined): State & { retry: () => void } {
  const [state, setState] = useState<State>({ now: null, error: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let left = false;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let now: WallNow | null = null;
    const show = (next: WallNow): void => {
      now = next;
      setState({ now: next, error: null });
    };
    const again = (): void => {
      source?.close();
      source = null;
      clearTimeout(timer);
      if (!left) timer = setTimeout(() => void begin(), AGAIN_MS);
    };
    const follow = ({ unit, place }: WallNow): void => {
      const opened = new EventSource(`/api/wallboard/live?unitId=${unit.id}`);
      source = opened;
      opened.addEventListener('wall', ({ data }: MessageEvent<string>) =>
        show({ unit, place, ...(JSON.parse(data) as Pick<WallNow, 'version' | 'asOf' | 'wall'>) }),
      );
      opened.addEventListener('change', ({ data }: MessageEvent<string>) => {
        const change = JSON.parse(data) as Change;
        if (!now || now.version !== change.from) return again();
        setServerTime(change.asOf);
        show({ ...now, ...change, wall: { ...now.wall, ...change.pieces } });
      });
      opened.addEventListener('still', ({ data }: MessageEvent<string>) => {
        const { version, asOf } = JSON.parse(data) as Pick<Change, 'version' | 'asOf'>;
        if (!now || now.version !== version) return again();
        setServerTime(asOf);
        show({ ...now, asOf });
      });
      opened.onerror = again;
    };
    const begin = async (): Promise<void> => {
      try {
        const first = await get('/wallboard', { unitId });
        if (left) return;
        setServerTime(first.asOf);
        show(first);
        follow(first);
      } catch (error) {
        if (left) return;
        setState({ now, error });
        again();
      }
    };
    void begin();
    return () => {
      left = true;
      clearTimeout(timer);
      source?.close();
    };
  }, [unitId, turn]);
  return { ...state, retry: () => setTurn((one) => one + 1) };
}
