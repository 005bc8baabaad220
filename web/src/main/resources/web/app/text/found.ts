/** What of a message that was found is shown: the words around the first that fit, and which fit. Pure. */

import type { Place } from '../state/state';

/** Where a word that fits begins and ends, in UTF-16 units. */
export type Range = readonly [start: number, end: number];

export interface Part {
  readonly text: string;
  readonly fits: boolean;
}

const BEFORE = 60;
const LENGTH = 240;

/** One line about the first range, with an ellipsis where something is left out; the beginning if there is none. */
export function foundIn(text: string, ranges: readonly Range[]): readonly Part[] {
  const sorted = [...ranges].filter(([start, end]) => start < end && end <= text.length).sort(([a], [b]) => a - b);
  const first = sorted[0]?.[0] ?? 0;
  const from = first <= BEFORE ? 0 : wordAfter(text, first - BEFORE, first);
  const to = Math.min(text.length, whole(text, from + LENGTH));
  const parts: Part[] = [];
  let at = from;
  for (const [start, end] of sorted) {
    if (end <= at || start >= to) continue;
    add(parts, text.slice(at, Math.max(at, start)), false);
    add(parts, text.slice(Math.max(at, start), Math.min(end, to)), true);
    at = Math.min(end, to);
  }
  add(parts, text.slice(at, to), false);
  if (from > 0) parts.unshift({ text: '…', fits: false });
  if (to < text.length) parts.push({ text: '…', fits: false });
  return parts;
}

function add(parts: Part[], text: string, fits: boolean): void {
  const line = text.replace(/\s+/g, ' ');
  if (line !== '') parts.push({ text: line, fits });
}

/** The beginning of a word soon after a place, or the place itself, but never behind what is to be seen. */
function wordAfter(text: string, at: number, before: number): number {
  const space = text.slice(at, before).search(/\s/);
  return space < 0 ? whole(text, at) : at + space + 1;
}

/** Never between the halves of a character. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

/** The operator that names a room or person in a query; a name with a space stands in quotes. */
export function operator(name: 'in' | 'from', value: string): string {
  return /[\s"]/.test(value) ? `${name}:"${value.replaceAll('"', '')}"` : `${name}:${value}`;
}

/** The operator that keeps a search to one place. */
export function hereOf(place: Place): string {
  return operator('in', place.kind === 'room' ? place.room : `@${place.user}`);
}

/** The query with the operator, or without where it has it. */
export function toggled(query: string, part: string): string {
  return has(query, part) ? ` ${query} `.replace(` ${part} `, ' ').trim() : `${query.trim()} ${part}`.trim();
}

export function has(query: string, part: string): boolean {
  return ` ${query} `.includes(` ${part} `);
}
