/** Reads the inside of a paragraph with markdown-it's own rules for emphasis and code, and with ours for the rest. */
import backticks from 'markdown-it/lib/rules_inline/backticks.mjs';
import balancePairs from 'markdown-it/lib/rules_inline/balance_pairs.mjs';
import emphasis from 'markdown-it/lib/rules_inline/emphasis.mjs';
import joinFragments from 'markdown-it/lib/rules_inline/fragments_join.mjs';
import strikethrough from 'markdown-it/lib/rules_inline/strikethrough.mjs';
import text from 'markdown-it/lib/rules_inline/text.mjs';
import type { Budget } from './budget';
import { InlineState, type Token } from './inline-state';
import { address, bracketed, escaped, link } from './link-rules';
import { emoji, person, room } from './name-rules';

type InlineRule = (state: InlineState) => boolean;

/** Line breaks stay in the text; they are shown as they are. */
const RULES: readonly InlineRule[] = [
  (state) => text(state, false),
  address,
  emoji,
  person,
  room,
  escaped,
  (state) => backticks(state, false),
  (state) => strikethrough.tokenize(state, false),
  (state) => emphasis.tokenize(state, false),
  (state) => link(state, tokensOf),
  bracketed,
];

const PAIRING = [balancePairs, strikethrough.postProcess, emphasis.postProcess, joinFragments];

export function tokensOf(src: string, budget: Budget, rooms: readonly string[], isLabel = false): readonly Token[] {
  const state = new InlineState(src, budget, rooms, isLabel);
  while (state.pos < state.posMax) step(state);
  state.flush();
  for (const pair of PAIRING) {
    budget.spend(state.tokens.length);
    pair(state);
  }
  return state.tokens;
}

function step(state: InlineState): void {
  for (const rule of RULES) {
    state.budget.spend(1);
    if (rule(state)) return;
  }
  state.pending += state.src[state.pos++] ?? '';
}
