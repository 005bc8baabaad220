/** Somebody, or everybody, who is named in a text. */
import { html, type TemplateResult } from 'lit';
import { addressOf } from '../../chat/place';
import { sameUser } from '../../protocol/names';
import { beginningOf } from '../../text/mentions';
import { openDialog } from '../common/actions';
import { isKnown, isMe } from './known';

/** Whom the server took to be named. */
export interface Mentions {
  readonly people: readonly string[];
  /** Everybody, by `@room`. */
  readonly isForAll: boolean;
}

const EVERYBODY = 'room';

/** @param text begins with `@`; where nobody is called so, it is a text like any other */
export function mention(text: string, { people, isForAll }: Mentions): unknown {
  const isNamed = (name: string): boolean => isKnown(name) || people.some((one) => sameUser(one, name));
  const everybody = beginningOf(text, (name) => isForAll && sameUser(name, EVERYBODY));
  const somebody = beginningOf(text, isNamed);
  const name = everybody ?? somebody;
  if (name === undefined) return text;
  const sign = everybody === undefined ? person(name) : html`<span class="mention me">@${name}</span>`;
  return [sign, text.slice(name.length + 1)];
}

function person(name: string): TemplateResult {
  const open = (event: Event): void => {
    event.preventDefault();
    openDialog({ kind: 'person', user: name, room: undefined });
  };
  return html`<a
    class="mention ${isMe(name) ? 'me' : ''}"
    data-testid="mention"
    data-user=${name}
    dir="auto"
    href=${addressOf({ kind: 'direct', user: name })}
    @click=${open}
    >@${name}</a
  >`;
}
