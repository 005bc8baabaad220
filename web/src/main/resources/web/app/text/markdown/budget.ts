/** What the formatting of one text may cost. A text that costs more is shown as it was typed. */

/** UTF-16 units of a text that is formatted at all; a text of the greatest length has at most twice its characters. */
export const MAX_UNITS = 8_000;
/** Rules tried, and characters looked at ahead of where the reading is. */
export const MAX_STEPS = 200_000;
/** Quotes and lists in quotes and lists. What is deeper is the text of a paragraph. */
export const MAX_BLOCK_LEVEL = 6;
/** Bold in italic in … What is deeper shows its signs. */
export const MAX_INLINE_LEVEL = 6;

/** The text asks for more than it may. */
export class Exhausted extends Error {}

/** Counts the steps of one parsing and ends it when there are too many. */
export class Budget {
  #steps = 0;

  get steps(): number {
    return this.#steps;
  }

  spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps > MAX_STEPS) throw new Exhausted();
  }
}
