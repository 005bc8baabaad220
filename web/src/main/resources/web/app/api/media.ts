import type { Uploaded } from '../protocol/answers';
import { type Http, withQuery } from './http';

/** How much of a file has been sent, 0 to 1. */
export type OnProgress = (share: number) => void;

/** The small pictures that there are: pixels of the longer side. */
export type ThumbSide = 320 | 1280;

/** Files that messages bring. */
export class MediaApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** The file is kept once this is done, and sent by its ticket. Fails with a `Problem`, or when it is given up. */
  upload(file: File, onProgress: OnProgress, signal: AbortSignal): Promise<Uploaded> {
    return this.#http.upload<Uploaded>(withQuery('/api/media', { name: file.name }), file, onProgress, signal);
  }
}

export function mediaPath(id: string, query: { readonly thumb?: ThumbSide; readonly download?: boolean } = {}): string {
  return withQuery(`/api/media/${encodeURIComponent(id)}`, query);
}
