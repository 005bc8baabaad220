import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { app } from '../../app';
import type { Uploaded } from '../../protocol/answers';
import { problemOf, sentence } from '../../protocol/problem';
import { warn } from '../common/actions';

/** A file on its way to the server. */
export interface Upload {
  readonly key: number;
  readonly file: File;
  /** How much of it has been sent, 0 to 1. */
  readonly share: number;
  readonly state: 'sending' | 'done' | 'failed';
  readonly why?: string;
  readonly uploaded?: Uploaded;
  readonly alt: string;
}

const MOST = 10;
const MAX_BYTES = 8 * 1024 * 1024;

/** The files of what is being written: sent ahead, so that the message waits for nothing. */
export class Attaching implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #given = new Map<number, AbortController>();
  #uploads: readonly Upload[] = [];
  #next = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const upload of this.#uploads) this.remove(upload.key);
  }

  get uploads(): readonly Upload[] {
    return this.#uploads;
  }

  /** Whether there are files, and all have arrived. */
  get ready(): boolean {
    return this.#uploads.length > 0 && !this.busy;
  }

  get busy(): boolean {
    return this.#uploads.some(({ state }) => state !== 'done');
  }

  add(files: Iterable<File>): void {
    for (const file of files) {
      if (this.#uploads.length === MOST) {
        warn(`A message can have ${MOST} files.`);
        return;
      }
      if (file.size > MAX_BYTES) warn(`“${file.name}” is too large: a file has at most 8 MB.`);
      else if (file.size === 0) warn(`There is nothing in “${file.name}”.`);
      else this.#start({ key: this.#next++, file, share: 0, state: 'sending', alt: '' });
    }
  }

  retry(key: number): void {
    const upload = this.#uploads.find((known) => known.key === key);
    if (upload !== undefined) this.#start({ ...upload, share: 0, state: 'sending' });
  }

  /** Gives it up, if it is on its way. */
  remove(key: number): void {
    this.#given.get(key)?.abort();
    this.#given.delete(key);
    this.#set(this.#uploads.filter((upload) => upload.key !== key));
  }

  describe(key: number, alt: string): void {
    this.#change(key, { alt });
  }

  /** All of them, to be sent; there are none any more. */
  take(): readonly Uploaded[] {
    const taken = this.#uploads.flatMap(({ uploaded, alt }) => {
      const words = alt.trim();
      return uploaded === undefined ? [] : [{ ...uploaded, ...(words !== '' && { alt: words }) }];
    });
    this.#given.clear();
    this.#set([]);
    return taken;
  }

  #start(upload: Upload): void {
    const { key, file } = upload;
    const controller = new AbortController();
    this.#given.set(key, controller);
    const isNew = !this.#uploads.some((known) => known.key === key);
    this.#set(isNew ? [...this.#uploads, upload] : this.#uploads.map((known) => (known.key === key ? upload : known)));
    app.api.media
      .upload(file, (share) => this.#change(key, { share }), controller.signal)
      .then((uploaded) => this.#change(key, { state: 'done', share: 1, uploaded }))
      .catch((error: unknown) => this.#change(key, { state: 'failed', why: sentence(problemOf(error)) }));
  }

  #change(key: number, change: Partial<Upload>): void {
    this.#set(this.#uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  }

  #set(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    this.#host.requestUpdate();
  }
}
