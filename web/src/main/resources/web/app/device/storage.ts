/** What this browser remembers. Without storage (private mode, quota) it just forgets. */

const PREFIX = 'confab.';

function read<T>(storage: () => Storage, name: string): T | undefined {
  try {
    return parsed<T>(storage().getItem(PREFIX + name));
  } catch {
    return undefined;
  }
}

function parsed<T>(text: string | null): T | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

function write(storage: () => Storage, name: string, value: unknown): void {
  try {
    if (value === undefined) storage().removeItem(PREFIX + name);
    else storage().setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // remembered for as long as the page is open
  }
}

/** One remembered value. */
export interface Slot<T> {
  get(): T | undefined;
  set(value: T | undefined): void;
}

/** A value that all tabs of this browser share. */
export interface SharedSlot<T> extends Slot<T> {
  /** Calls back when another tab has changed it. Returns how to stop. */
  watch(changed: (before: T | undefined, after: T | undefined) => void): () => void;
}

/** Kept on this device. */
export function kept<T>(name: string): SharedSlot<T> {
  return {
    get: () => read<T>(() => localStorage, name),
    set: (value) => write(() => localStorage, name, value),
    watch: (changed) => {
      const onStorage = ({ key, oldValue, newValue }: StorageEvent): void => {
        // without a key, everything was cleared
        if (key === null || key === PREFIX + name) changed(parsed<T>(oldValue), parsed<T>(newValue));
      };
      window.addEventListener('storage', onStorage);
      return () => window.removeEventListener('storage', onStorage);
    },
  };
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

/** Forgets everything that is kept of this person: all names that end in theirs. */
export function forgetPerson(user: string): void {
  for (const storage of [() => localStorage, () => sessionStorage]) {
    try {
      const mine = Object.keys(storage()).filter((name) => name.startsWith(PREFIX) && name.endsWith(`.${user}`));
      for (const name of mine) storage().removeItem(name);
    } catch {
      // nothing is kept here
    }
  }
}
