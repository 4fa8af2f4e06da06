const taken = new Set<string>();

/**
 * Of several windows of one person only one takes a call into its desk: the browser gives the lock to the first, and back
 * when that window is closed. Browsers without locks (plain http) let each window take it; the draft is one in any case.
 */
export async function takeCall(callId: string): Promise<boolean> {
  if (taken.has(callId)) return true;
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return true;
  return new Promise((resolve) => {
    void locks.request(`hotline.call.${callId}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      if (!lock) return undefined;
      taken.add(callId);
      return new Promise<void>(() => undefined);
    });
  });
}
