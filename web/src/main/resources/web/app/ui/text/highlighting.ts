/** Finds the colours of code. A chunk of its own: it is fetched when the first code is shown that says its language. */
import highlighter from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import go from 'highlight.js/lib/languages/go';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import markdown from 'highlight.js/lib/languages/markdown';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { Recent } from '../../text/recent';
import { Emitter } from './emitter';
import type { Tone } from './tones';

export interface Span {
  readonly text: string;
  readonly tone: Tone | undefined;
}

const languages = {
  ...{ bash, c, cpp, csharp, css, diff, go, ini, java, javascript, json },
  ...{ kotlin, markdown, php, python, ruby, rust, sql, swift, typescript, xml, yaml },
};

for (const [name, language] of Object.entries(languages)) highlighter.registerLanguage(name, language);
highlighter.configure({ __emitter: Emitter });

const MOST = 100;
const known = new Recent<readonly Span[] | undefined>(MOST);

/** The code in pieces of one colour; undefined if the language is not known, or a part of the code was not understood. */
export function spansOf(text: string, language: string): readonly Span[] | undefined {
  return known.of(`${language}\n${text}`, () => coloured(text, language));
}

function coloured(text: string, language: string): readonly Span[] | undefined {
  if (highlighter.getLanguage(language) === undefined) return undefined;
  const { _emitter: emitter } = highlighter.highlight(text, { language, ignoreIllegals: true });
  const { spans } = emitter;
  return spans.map((span) => span.text).join('') === text ? spans : undefined;
}
