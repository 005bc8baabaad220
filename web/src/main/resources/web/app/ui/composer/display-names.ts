import { app } from '../../app';
import { userKey } from '../../protocol/names';

/** What people call themselves, as far as anybody has asked; kept as long as the page is open. */
class DisplayNames {
  readonly #known = new Map<string, string | undefined>();

  of(user: string): string | undefined {
    return this.#known.get(userKey(user));
  }

  /** Asks for those that are not known yet. Answers whether more is known now. */
  async learn(users: readonly string[]): Promise<boolean> {
    const unknown = [...new Set(users)].filter((user) => !this.#known.has(userKey(user)));
    for (const user of unknown) this.#known.set(userKey(user), undefined);
    await Promise.all(unknown.map((user) => this.#ask(user)));
    return unknown.length > 0;
  }

  async #ask(user: string): Promise<void> {
    try {
      const { displayName } = await app.api.people.profile(user);
      this.#known.set(userKey(user), displayName);
    } catch {
      this.#known.delete(userKey(user));
    }
  }
}

export const displayNames = new DisplayNames();
