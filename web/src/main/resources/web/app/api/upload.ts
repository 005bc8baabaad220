import { Problem } from '../protocol/problem';

/** Sends a file as it is, and says how far it is; `fetch` can't. Fails with a `Problem`; what is given up never ends. */
export function upload<T>(path: string, file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(Problem.unreachable());
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as T);
      else void Problem.from(responseOf(request)).then(reject);
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function responseOf(request: XMLHttpRequest): Response {
  const wait = request.getResponseHeader('Retry-After');
  return new Response(request.responseText, { status: request.status, headers: wait === null ? {} : { 'Retry-After': wait } });
}
