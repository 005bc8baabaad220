/** Code between lines of three backticks or tildes; without the second, to the end. */
import { firstFrom, type Found } from './blocks';

const OPENING = /^( {0,3})(?:(`{3,})([^`]*)|(~{3,})(.*))$/;
/** The first word after the backticks, where it can be a language. */
const LANGUAGE = /^\s*([\p{L}\p{N}+#._-]{1,30})/u;

export function isFence(line: string): boolean {
  return OPENING.test(line);
}

export function codeAt(lines: readonly string[], at: number): Found {
  const [, indent = '', ticks, tickInfo, tildes, tildeInfo] = OPENING.exec(lines[at] ?? '') ?? [];
  const end = firstFrom(lines, at + 1, (line) => isClosing(line, ticks ?? tildes ?? ''));
  const spaces = new RegExp(`^ {0,${indent.length}}`);
  const text = lines.slice(at + 1, end).map((line) => line.replace(spaces, ''));
  const language = LANGUAGE.exec(tickInfo ?? tildeInfo ?? '')?.[1]?.toLowerCase() ?? '';
  return { block: { kind: 'code', text: text.join('\n'), language }, next: end + 1 };
}

/** As many of the same sign, or more, and nothing else. */
function isClosing(line: string, opening: string): boolean {
  const signs = line.trim();
  return signs.startsWith(opening) && signs.replaceAll(opening[0] ?? '', '') === '';
}
