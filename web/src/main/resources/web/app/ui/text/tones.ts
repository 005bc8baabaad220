/** What parts of code look alike. Pure. */

export type Tone = 'keyword' | 'string' | 'number' | 'comment' | 'title' | 'type' | 'meta' | 'added' | 'removed';

/** By the names that highlight.js gives; of `title.function`, the first part counts. */
const TONES: Readonly<Partial<Record<string, Tone>>> = {
  keyword: 'keyword',
  operator: 'keyword',
  'selector-tag': 'keyword',
  name: 'keyword',
  section: 'title',
  title: 'title',
  'selector-class': 'title',
  'selector-id': 'title',
  attr: 'title',
  attribute: 'title',
  property: 'title',
  type: 'type',
  built_in: 'type',
  class: 'type',
  symbol: 'number',
  bullet: 'number',
  number: 'number',
  literal: 'number',
  variable: 'number',
  'template-variable': 'number',
  string: 'string',
  regexp: 'string',
  link: 'string',
  code: 'string',
  char: 'string',
  comment: 'comment',
  quote: 'comment',
  doctag: 'comment',
  meta: 'meta',
  addition: 'added',
  deletion: 'removed',
};

export function toneOf(scope: string): Tone | undefined {
  return TONES[scope.split('.')[0] ?? ''];
}
