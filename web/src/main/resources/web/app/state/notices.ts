import type { Notice, State } from './state';

let last = 0;

export function withNotice(state: State, text: string, kind: Partial<Pick<Notice, 'tone' | 'lasting'>> = {}): State {
  const notice: Notice = { id: ++last, text, tone: kind.tone ?? 'info', lasting: kind.lasting ?? false };
  return { ...state, notices: [...state.notices.slice(-3), notice] };
}

export function withoutNotice(state: State, id: number): State {
  return { ...state, notices: state.notices.filter((notice) => notice.id !== id) };
}
