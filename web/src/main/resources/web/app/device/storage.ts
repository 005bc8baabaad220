/** What this browser remembers. Without storage (private mode, quota) it just forgets. */

function read<T>(storage: () => Storage, name: string): T | undefined {
  try {
    const text = storage().getItem(`confab.${name}`);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

function write(storage: () => Storage, name: string, value: unknown): void {
  try {
    if (value === undefined) storage().removeItem(`confab.${name}`);
    else storage().setItem(`confab.${name}`, JSON.stringify(value));
  } catch {
    // remembered for as long as the page is open
  }
}

/** One remembered value. */
export interface Slot<T> {
  get(): T | undefined;
  set(value: T | undefined): void;
}

/** Kept on this device. */
export function kept<T>(name: string): Slot<T> {
  return { get: () => read<T>(() => localStorage, name), set: (value) => write(() => localStorage, name, value) };
}

/** Kept in this tab, over reloads. */
export function keptInTab<T>(name: string): Slot<T> {
  return { get: () => read<T>(() => sessionStorage, name), set: (value) => write(() => sessionStorage, name, value) };
}

/** Kept on this device, with a value to start from. */
export function keptOr<T>(name: string, start: T): { get(): T; set(value: T): void } {
  const slot = kept<T>(name);
  return { get: () => slot.get() ?? start, set: (value) => slot.set(value) };
}
