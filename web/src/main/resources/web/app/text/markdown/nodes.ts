/** A text with its formatting, as a tree of values. */

export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** Begins with `@`; what follows may be somebody's name, or begin with one. */
  | { readonly kind: 'person'; readonly text: string }
  | { readonly kind: 'room'; readonly room: string; readonly text: string }
  | { readonly kind: 'emoji'; readonly sign: string; readonly text: string };

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string; readonly language: string }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | {
      readonly kind: 'list';
      /** The number of the first item; absent where items are not numbered. */
      readonly start: number | undefined;
      readonly items: readonly (readonly Block[])[];
    };
