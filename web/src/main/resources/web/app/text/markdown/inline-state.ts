/** Where one is in the inside of a paragraph, in the form that markdown-it's rules expect. */
import type { Budget } from './budget';
import { type Flanking, flankingOf } from './flanking';

/** A piece of text, or a sign where something begins (1) or ends (-1). */
export interface Token {
  type: string;
  nesting: -1 | 0 | 1;
  /** The text. */
  content: string;
  /** What was typed for it. */
  markup: string;
  /** The address, the room, or the emoji. */
  target: string;
  /** What a link is called, read in turn. */
  label: readonly Token[] | undefined;
  level: number;
}

export class InlineState {
  readonly src: string;
  readonly budget: Budget;
  readonly rooms: readonly string[];
  /** This is what a link is called; there is no link in a link. */
  readonly isLabel: boolean;
  readonly tokens: Token[] = [];
  readonly tokens_meta: readonly null[] = [];
  readonly delimiters: unknown[] = [];
  readonly backticks: Record<number, number> = {};
  readonly posMax: number;
  backticksScanned = false;
  pos = 0;
  /** Text that is no token yet. */
  pending = '';

  constructor(src: string, budget: Budget, rooms: readonly string[], isLabel: boolean) {
    this.src = src;
    this.posMax = src.length;
    this.budget = budget;
    this.rooms = rooms;
    this.isLabel = isLabel;
  }

  push(type: string): Token {
    this.flush();
    const token: Token = { type, nesting: 0, content: '', markup: '', target: '', label: undefined, level: 0 };
    this.tokens.push(token);
    return token;
  }

  add(type: string, content: string, target = ''): Token {
    const token = this.push(type);
    token.content = content;
    token.target = target;
    return token;
  }

  flush(): void {
    const content = this.pending;
    this.pending = '';
    if (content !== '') this.add('text', content);
  }

  scanDelims(start: number, canSplitWord: boolean): Flanking {
    return flankingOf(this.src, start, canSplitWord);
  }
}
