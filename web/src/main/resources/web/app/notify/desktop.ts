import { notificationSound, notifications } from '../device/preference';
import type { StreamKey } from '../protocol/names';
import type { Wording } from './wording';

/** How the browser stands to notifications of this page; `absent` where it has none. */
export type Permission = NotificationPermission | 'absent';

export function permission(): Permission {
  return typeof Notification === 'undefined' ? 'absent' : Notification.permission;
}

/** Asks whoever is there, in the course of what they just did. Returns what they said. */
export async function askPermission(): Promise<Permission> {
  return permission() === 'default' ? Notification.requestPermission() : permission();
}

/** Whether they are wanted here, and the browser lets the page. */
export function mayNotify(): boolean {
  return notifications.isOn && permission() === 'granted';
}

/** The notifications of this page on the desktop, at most one for a stream. */
export class Desktop {
  readonly #open = new Map<StreamKey, Notification>();

  /** In place of the one that is shown of that stream. */
  show(key: StreamKey, { title, body }: Wording, onClick: () => void): void {
    this.close(key);
    const notification = made(title, { body, tag: `confab.${key}`, icon: '/favicon.svg', silent: !notificationSound.isOn });
    if (notification === undefined) return;
    this.#open.set(key, notification);
    notification.onclick = () => {
      window.focus();
      this.close(key);
      onClick();
    };
  }

  close(key: StreamKey): void {
    this.#open.get(key)?.close();
    this.#open.delete(key);
  }

  closeAll(): void {
    for (const key of [...this.#open.keys()]) this.close(key);
  }
}

/** Nothing in browsers that let only service workers notify, as on most phones. */
function made(title: string, options: NotificationOptions): Notification | undefined {
  try {
    return new Notification(title, options);
  } catch {
    return undefined;
  }
}
