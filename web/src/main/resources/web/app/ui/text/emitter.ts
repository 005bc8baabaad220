import type { Span } from './highlighting';
import { type Tone, toneOf } from './tones';

/** What highlight.js tells of code, as pieces of text and never as HTML. */
export class Emitter {
  readonly #spans: Span[] = [];
  readonly #tones: (Tone | undefined)[] = [];

  get spans(): readonly Span[] {
    return this.#spans;
  }

  addText(text: string): void {
    const tone = this.#tones.at(-1);
    const last = this.#spans.at(-1);
    if (text === '') return;
    if (last !== undefined && last.tone === tone)
      this.#spans[this.#spans.length - 1] = { text: last.text + text, tone };
    else this.#spans.push({ text, tone });
  }

  /** What has no colour of its own has that of what it is in. */
  openNode(scope: string): void {
    this.#tones.push(toneOf(scope) ?? this.#tones.at(-1));
  }

  closeNode(): void {
    this.#tones.pop();
  }

  startScope(scope: string): void {
    this.openNode(scope);
  }

  endScope(): void {
    this.closeNode();
  }

  /** Code in another language within this one. */
  __addSublanguage(inner: Emitter): void {
    for (const { text, tone } of inner.spans) {
      this.#tones.push(tone ?? this.#tones.at(-1));
      this.addText(text);
      this.#tones.pop();
    }
  }

  finalize(): void {
    this.#tones.length = 0;
  }

  /** Nobody asks for it; highlight.js makes its answer of it. */
  toHTML(): string {
    return '';
  }
}
