/** What was read lately, so that showing it again costs nothing. */
import { Recent } from '../recent';
import { read } from './markdown';
import type { Block } from './nodes';

/** About two windows of a timeline. */
const MOST = 600;

export class Readings {
  #rooms: readonly string[] = [];
  #known = new Recent<readonly Block[]>(MOST);

  /** As {@link read}; the same value for the same text, as long as the rooms are the same. */
  of(text: string, rooms: readonly string[]): readonly Block[] {
    if (rooms !== this.#rooms) this.#known = new Recent(MOST);
    this.#rooms = rooms;
    return this.#known.of(text, () => read(text, rooms));
  }
}
