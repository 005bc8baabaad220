/** The rules of names, passwords and texts, as the server holds them; lengths count code points. */

export const MAIN = 'main';
export const MAX_TEXT = 4_000;
export const MAX_NAME = 50;
const MIN_PASSWORD = 8;
const MAX_PASSWORD_BYTES = 72;

export type StreamKey = `r/${string}` | `d/${string}`;

/** The form in which room names are compared. */
export function roomKey(name: string): StreamKey {
  return `r/${name.trim().normalize('NFKC').toLowerCase().normalize('NFKC')}`;
}

/** The key of the private conversation with the given person. */
export function directKey(user: string): StreamKey {
  return `d/${userKey(user)}`;
}

export function userKey(user: string): string {
  return user.toLowerCase();
}

export function sameUser(one: string, other: string): boolean {
  return userKey(one) === userKey(other);
}

export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** What is wrong with the username, for the person who typed it. */
export function usernameProblem(name: string): string | undefined {
  if (name === '') return 'Choose a username.';
  if (name.length > MAX_NAME) return `At most ${MAX_NAME} characters.`;
  if (!/^[A-Za-z0-9_.-]+$/.test(name)) return 'Only letters, digits, “_”, “.” and “-”.';
  return undefined;
}

/** What is wrong with a new password of an account. */
export function passwordProblem(password: string): string | undefined {
  if (lengthOf(password) < MIN_PASSWORD) return `At least ${MIN_PASSWORD} characters.`;
  if (new TextEncoder().encode(password).length > MAX_PASSWORD_BYTES) {
    return `Too long: at most ${MAX_PASSWORD_BYTES} bytes.`;
  }
  return undefined;
}

export function roomNameProblem(name: string): string | undefined {
  const trimmed = name.trim();
  if (trimmed === '') return 'Give the room a name.';
  if (lengthOf(trimmed) > MAX_NAME) return `At most ${MAX_NAME} characters.`;
  if (/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(trimmed)) return 'No control characters.';
  return undefined;
}
