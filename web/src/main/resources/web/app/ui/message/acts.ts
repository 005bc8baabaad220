/** What a person can do with a message, as the page does it; what the server refuses is said aloud. */
import { app } from '../../app';
import { messageAddressOf } from '../../chat/place';
import { keptOr } from '../../device/storage';
import type { MessageRef } from '../../protocol/content';
import { sameUser, type StreamKey } from '../../protocol/names';
import { problemOf, sentence } from '../../protocol/problem';
import { isAt, type Message, refOf } from '../../state/message';
import { placeOf, type Stream } from '../../state/state';
import type { Timeline } from '../../state/timeline';
import { focusPlace, myself, notify, warn } from '../common/actions';

const FIRST_EMOJI = '👍';

/** The emoji that this person used last, wherever. */
export function lastEmoji(): string {
  return keptOr<readonly string[]>(`recentEmoji.${myself()}`, []).get()[0] ?? FIRST_EMOJI;
}

export function isMine({ from }: Message): boolean {
  return sameUser(from, myself());
}

/** Whether there is anything to be done with it now. */
export function isActable(message: Message, stream: Stream | undefined): boolean {
  const { editing } = stream ?? {};
  return message.deleted === undefined && (editing === undefined || !isAt(message, editing));
}

export function mayDelete(stream: Stream, message: Message): boolean {
  return isMine(message) || (stream.kind === 'room' && stream.role !== 'member');
}

export function mayPin(stream: Stream): boolean {
  return stream.kind === 'direct' || stream.role !== 'member';
}

export async function react(key: StreamKey, message: Message, emoji: string, on: boolean): Promise<void> {
  await asked(() => app.chat.acting.react(key, refOf(message), emoji, on));
}

/** Adds the reaction, or takes it back. */
export async function toggle(key: StreamKey, message: Message, emoji: string): Promise<void> {
  const known = message.reactions?.find((reaction) => reaction.emoji === emoji);
  await react(key, message, emoji, known?.mine !== true);
}

export async function pin(key: StreamKey, message: Message): Promise<void> {
  await asked(() => app.chat.acting.pin(key, refOf(message), message.pinned !== true));
}

/** Changes the last of this person's own messages there. */
export function editLast(key: StreamKey, { messages }: Timeline): void {
  const last = messages.findLast((message) => isMine(message) && message.deleted === undefined);
  if (last !== undefined) app.chat.acting.startEdit(key, refOf(last));
}

export function reply(key: StreamKey, message: Message): void {
  app.chat.replyTo(key, refOf(message));
  focusPlace();
}

/** The thread that the message is in, or else begins. */
export function openThread(key: StreamKey, message: Message): void {
  app.chat.threads.open(key, message.thread ?? refOf(message));
}

/** Shows the message in its place, wherever that is. */
export function find(key: StreamKey, message: MessageRef): void {
  void app.chat.looking.find(key, message);
}

export async function copyLink(stream: Stream, message: Message): Promise<void> {
  await copy(`${location.origin}/${messageAddressOf(placeOf(stream), refOf(message))}`, 'The link is copied.');
}

export async function copyText(message: Message): Promise<void> {
  await copy(message.text, 'The text is copied.');
}

async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify(done);
  } catch {
    warn('This browser does not let the page copy.');
  }
}

async function asked(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    warn(`That was not done. ${sentence(problemOf(error))}`);
  }
}
