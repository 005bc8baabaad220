/** The little that the tests of the page's pure steps need: tests by name, and a comparison of values. */

type Act = () => void | Promise<void>;

interface Result {
  readonly subject: string;
  readonly test: string;
  /** Empty if all is well. */
  readonly failure: string;
}

const all: { readonly subject: string; readonly test: string; readonly act: Act }[] = [];

/** Tests of one subject; each name is a sentence about it. */
export function tests(subject: string, acts: Readonly<Record<string, Act>>): void {
  for (const [test, act] of Object.entries(acts)) all.push({ subject, test, act });
}

/** Fails unless both are made of the same values. */
export function equal(actual: unknown, expected: unknown): void {
  const [is, wanted] = [written(actual), written(expected)];
  if (is !== wanted) throw new Error(`\nexpected ${wanted}\nbut was  ${is}`);
}

/** A value as text, in which the order of an object's keys and what is undefined make no difference. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Map || part instanceof Set) return [...part];
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

async function runTests(): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const { subject, test, act } of all) {
    localStorage.clear();
    sessionStorage.clear();
    let failure = '';
    try {
      await act();
    } catch (error) {
      failure = error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
    }
    results.push({ subject, test, failure });
  }
  return results;
}

Object.assign(globalThis, { runTests });
