/** Small steps of the page itself. */
import { app } from '../../app';
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

export function dismissNotice(id: number): void {
  app.store.update((state) => withoutNotice(state, id));
}

export function go(place: Place): void {
  app.chat.navigation.open(place);
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
