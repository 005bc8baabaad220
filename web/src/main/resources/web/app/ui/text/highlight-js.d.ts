/** The part of highlight.js that is used: its own types are all or nothing, and know no emitter. */

declare module 'highlight.js/lib/core' {
  type Emitter = import('./emitter').Emitter;

  const highlighter: {
    registerLanguage(name: string, language: unknown): void;
    getLanguage(name: string): object | undefined;
    configure(options: { readonly __emitter: new () => Emitter }): void;
    highlight(
      code: string,
      options: { readonly language: string; readonly ignoreIllegals: boolean },
    ): { readonly _emitter: Emitter };
  };
  export default highlighter;
}

declare module 'highlight.js/lib/languages/*' {
  const language: unknown;
  export default language;
}
