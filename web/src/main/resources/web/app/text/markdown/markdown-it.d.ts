/** The rules of markdown-it that are used; it comes without types. */

declare module 'markdown-it/lib/rules_inline/*' {
  type State = import('./inline-state').InlineState;
  type Rule = (state: State, silent?: boolean) => boolean;

  /** A rule, or a pair of one that finds signs and one that pairs them. */
  const rule: Rule & { readonly tokenize: Rule; readonly postProcess: (state: State) => void };
  export default rule;
}
