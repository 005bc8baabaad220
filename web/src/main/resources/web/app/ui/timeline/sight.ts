import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { app } from '../../app';
import type { MessageRef } from '../../protocol/content';
import { keyOf, placeOf, type Sought, type Stream } from '../../state/state';
import { covers } from '../../state/window';
import { articleAt, END, type Mark, markOf, returnTo, toEnd, toStartOf } from './scroll';

const FOUND_MS = 2_500;

/** What is on the page now. */
export interface Shown {
  readonly stream: Stream;
  readonly box: HTMLElement;
  /** Before what is new. */
  readonly line: Element | null;
  /** It is known how far the stream was read. */
  readonly isCounted: boolean;
}

/** What one looks at in a timeline: it stays where it is, whatever comes, goes or changes its height around it. */
export class Sight implements ReactiveController {
  readonly #shown: () => Shown | undefined;
  readonly #held: () => void;
  readonly #resized = new ResizeObserver(() => this.hold());
  #mark: Mark = END;
  #found: Sought | undefined;
  #isSettled = false;

  /** @param held called when what one looks at is in its place again */
  constructor(host: ReactiveControllerHost, shown: () => Shown | undefined, held: () => void) {
    this.#shown = shown;
    this.#held = held;
    host.addController(this);
  }

  /** The first view has been set up. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  observe(elements: Iterable<Element>): void {
    for (const element of elements) this.#resized.observe(element);
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
  }

  /** Who writes looks at the end; what begins again is set up again. */
  onStream(before: Stream, { timeline }: Stream): void {
    if (timeline.unsent.length > before.timeline.unsent.length) this.#mark = END;
    if (timeline.messages.length === 0 && before.timeline.messages.length > 0) this.#isSettled = false;
  }

  /** Puts it back, or goes to what one wants to see. */
  hold(): void {
    const shown = this.#shown();
    if (shown === undefined) return;
    if (!this.#isSettled) this.#settle(shown);
    else this.#return(shown);
    if (this.#isSettled && shown.stream.sought !== this.#found) this.#seek(shown);
    this.#held();
  }

  /** Takes note of what one looks at now. */
  note(): void {
    const shown = this.#shown();
    if (shown === undefined || !this.#isSettled) return;
    const { box, stream } = shown;
    this.#mark = markOf(box, stream.timeline.newer.kind === 'none');
    app.chat.places.keep(keyOf(placeOf(stream)), this.#mark.kind === 'at' ? this.#mark : undefined);
  }

  /** Who is at the end stays there, unless they look at something else: they find the line before what they have missed. */
  #return({ box, line }: Shown): void {
    if (this.#mark.kind === 'end' && document.hidden && line !== null) toStartOf(box, line);
    else returnTo(box, this.#mark);
  }

  /** A stream comes into view: where one was in it, else at the line before what is new, else at its end. */
  #settle({ stream, box, line, isCounted }: Shown): void {
    const { timeline, news, left } = stream;
    const { older, messages } = timeline;
    const start = left?.position ?? news?.after;
    const isThere = older.kind === 'none' || (older.kind !== 'loading' && messages.length > 0);
    const isComplete = start === undefined || older.kind === 'failed' || covers(timeline, start);
    if (left !== undefined && isComplete) returnTo(box, { kind: 'at', ...left });
    else if (line !== null) toStartOf(box, line);
    else toEnd(box);
    this.#isSettled = isCounted && isThere && isComplete;
  }

  #seek({ stream, box, line }: Shown): void {
    this.#found = stream.sought;
    switch (this.#found?.kind) {
      case 'message':
        return find(box, this.#found.message);
      case 'first-new':
        if (line !== null) toStartOf(box, line);
        return box.focus({ preventScroll: true });
      case 'end':
        return toEnd(box);
    }
  }
}

/** The message that is looked for comes into the midst of the page, and is marked for a moment. */
function find(box: HTMLElement, wanted: MessageRef): void {
  const article = articleAt(box, wanted);
  if (article === undefined) return;
  article.scrollIntoView({ block: 'center' });
  article.focus({ preventScroll: true });
  article.animate({ backgroundColor: [getComputedStyle(article).getPropertyValue('--selected'), 'transparent'] }, FOUND_MS);
}
