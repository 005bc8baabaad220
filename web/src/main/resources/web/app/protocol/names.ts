/** The rules of names, passwords and texts, as the server holds them; lengths count code points. */

export const MAIN = 'main';
export const MAX_TEXT = 4_000;
export const MAX_NAME = 50;
const MIN_PASSWORD = 8;
const MAX_PASSWORD_BYTES = 72;

export type StreamKey = `r/${string}` | `d/${string}`;

/** What the server trims: white space that may be broken at, so that a name that it gave is not changed. */
const EDGE = '(?:(?![\\u00a0\\u2007\\u202f\\ufeff])[\\s\\x1c-\\x1f])+';
const EDGES = new RegExp(`^${EDGE}|${EDGE}$`, 'gu');

/** Formats that are drawn, or whatever is neither ignored nor a space; as Visible.java says. */
const INK =
  /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]|[^\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]/u;

/** The form in which room names are compared. */
export function roomKey(name: string): StreamKey {
  return `r/${name.replace(EDGES, '').normalize('NFKC').toLowerCase().normalize('NFKC')}`;
}

/** Whether there is something to see in the text; a message or a name without is refused. */
export function isVisible(text: string): boolean {
  return INK.test(text);
}

/** The key of the private conversation with the given person. */
export function directKey(user: string): StreamKey {
  return `d/${userKey(user)}`;
}

/** The key of the conversation `<a>/<b>`: that with the other of the two, or with oneself for a note to oneself. */
export function conversationKey(conversation: string, me: string): StreamKey | undefined {
  const people = conversation.split('/');
  const other = people.find((user) => !sameUser(user, me)) ?? people[0];
  return other === undefined ? undefined : directKey(other);
}

export function userKey(user: string): string {
  return user.toLowerCase();
}

export function sameUser(one: string, other: string): boolean {
  return userKey(one) === userKey(other);
}

/** A text as it is kept: without empty lines before it and white space behind it. The first line's indentation stays. */
export function trimmedText(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
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
  if (!isVisible(trimmed)) return 'Give the room a name.';
  if (lengthOf(trimmed) > MAX_NAME) return `At most ${MAX_NAME} characters.`;
  if (/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(trimmed)) return 'No control characters.';
  if (/[\u202a-\u202e\u2066-\u2069]/u.test(trimmed)) return 'No characters that turn the text around.';
  return undefined;
}
