import { send } from '../api/client';
import { newId } from '../parts';

const KEY = 'hotline.screen';
const reloadMs = 1500; // a page that is reloaded gives its lock back within this
const taken = new Set<string>();
let named: Promise<string> | null = null;

/** The name of this window among those of one person. It survives a reload; a window that was duplicated gets a new one. */
export function screenId(): Promise<string> {
  named ??= nameOf();
  return named;
}

async function nameOf(): Promise<string> {
  const kept = sessionStorage.getItem(KEY);
  if (kept && (await isMine(kept))) return kept;
  const made = newId();
  sessionStorage.setItem(KEY, made);
  await isMine(made);
  return made;
}

/** Browsers give no locks on plain http: then a duplicated window goes on under the name it was copied with. */
async function isMine(name: string): Promise<boolean> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return true;
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(reloadMs);
    locks
      .request(`${KEY}.${name}`, { signal }, () => {
        resolve(true);
        return new Promise<void>(() => undefined);
      })
      .catch(() => resolve(false));
  });
}

/**
 * Of all windows of one person, in whatever browser, only one takes a call into its desk. The server keeps which; where it
 * cannot be asked, the window takes the call, and the draft is one in any case.
 * @param takeOver the person wants it here
 */
export async function takeCall(callId: string, takeOver = false): Promise<boolean> {
  if (taken.has(callId)) return true;
  const body = { screenId: await screenId(), ...(takeOver ? { takeOver } : {}) };
  const here = await send('POST', `/presence/calls/${callId}/screen`, body)
    .then((answer) => answer.here)
    .catch(() => true);
  if (here) taken.add(callId);
  return here;
}
