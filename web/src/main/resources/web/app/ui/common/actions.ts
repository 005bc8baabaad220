/** Small steps of the page itself. */
import { app } from '../../app';
import type { MessageRef } from '../../protocol/content';
import { withNotice, withoutNotice } from '../../state/notices';
import { type Dialog, type Drawer, me, type Place } from '../../state/state';

export function openDialog(dialog: Dialog): void {
  app.store.update((state) => ({ ...state, dialog, drawer: 'none' }));
}

export function closeDialog(): void {
  app.store.update((state) => ({ ...state, dialog: undefined }));
}

export function showDrawer(drawer: Drawer): void {
  app.store.update((state) => (state.drawer === drawer ? state : { ...state, drawer }));
}

export function notify(text: string): void {
  app.store.update((state) => withNotice(state, text));
}

/** Something went wrong that the person asked for. */
export function warn(text: string): void {
  app.store.update((state) => withNotice(state, text, { tone: 'warning' }));
}

export function dismissNotice(id: number): void {
  app.store.update((state) => withoutNotice(state, id));
}

/** Shows the place; at the message, where one is given. */
export function go(place: Place, message?: MessageRef): void {
  app.chat.navigation.open(place, message);
}

/**
 * Gives the focus to where one writes, or to what was said where writing would bring up a keyboard; for what goes away
 * when it is used.
 */
export function focusPlace(): void {
  window.dispatchEvent(new CustomEvent(FOCUS_PLACE));
}

export const FOCUS_PLACE = 'confab-focus-place';

/** The name of whoever is signed in here. */
export function myself(): string {
  return me(app.store.state);
}
