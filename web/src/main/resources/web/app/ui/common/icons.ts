import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Drawn on a 24 × 24 grid in the colour of the text around them. */
const drawings = {
  arrowDown: svg`<path d="M12 5v14M6 13l6 6 6-6"/>`,
  arrowUp: svg`<path d="M12 19V5M6 11l6-6 6 6"/>`,
  ban: svg`<circle cx="12" cy="12" r="8.5"/><path d="m6 6 12 12"/>`,
  bell: svg`<path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15zM10 20.500a2 2 0 0 0 4 0"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  copy: svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2"/><path d="M15.5 8.500V6a1.5 1.5 0 0 0-1.5-1.500H6A1.5 1.5 0 0 0 4.5 6v8A1.5 1.5 0 0 0 6 15.500h2.500"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  compass: svg`<circle cx="12" cy="12" r="8.5"/><path d="m15.5 8.5-2 5-5 2 2-5z"/>`,
  crown: svg`<path d="m4 8 4 4 4-7 4 7 4-4-2 10H6z"/>`,
  dark: svg`<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"/>`,
  devices: svg`<rect x="3" y="5" width="13" height="10" rx="1.5"/><path d="M6 19h6"/><rect x="16" y="9" width="5" height="10" rx="1.2"/>`,
  download: svg`<path d="M12 4v11M7 10.500l5 5 5-5M4.500 19.500h15"/>`,
  edit: svg`<path d="m5 19 1-4L16.5 4.500l3 3L9 18zM14 7l3 3"/>`,
  exit: svg`<path d="M13 4.5H6.5A1.5 1.5 0 0 0 5 6v12a1.5 1.5 0 0 0 1.5 1.5H13M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5"/>`,
  eye: svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="2.8"/>`,
  file: svg`<path d="M6.500 3.500H14l4 4V20a.5.5 0 0 1-.5.5h-11A.5.5 0 0 1 6 20V4a.5.5 0 0 1 .5-.5zM13.500 4v4H18"/>`,
  fold: svg`<path d="m6 9 6 6 6-6"/>`,
  hash: svg`<path d="M5 9h15M4 15h15M10 4 8 20M16 4l-2 16"/>`,
  hidden: svg`<path d="M4 4l16 16M9.9 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.500a17 17 0 0 1-2.7 3.400M6.3 7.700A16 16 0 0 0 2.5 12S6 18.5 12 18.500a9 9 0 0 0 4.6-1.3"/>`,
  key: svg`<circle cx="8" cy="15" r="4"/><path d="m11 12 8.5-8.500M16 7l3 3"/>`,
  keyboard: svg`<rect x="2.5" y="6" width="19" height="12" rx="2"/><path d="M6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M8 14h8"/>`,
  kick: svg`<circle cx="10" cy="8" r="3.5"/><path d="M3.5 20c0-3.6 2.9-6.5 6.5-6.5 1 0 2 .2 2.9.700M16 17h6"/>`,
  light: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4"/>`,
  link: svg`<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1"/>`,
  lock: svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.500V8a4 4 0 0 1 8 0v2.5"/>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  message: svg`<path d="M4.5 5h15A1.5 1.5 0 0 1 21 6.500v9a1.5 1.5 0 0 1-1.5 1.500H11l-4.5 3.500V17h-2A1.5 1.5 0 0 1 3 15.500v-9A1.5 1.5 0 0 1 4.5 5z"/>`,
  next: svg`<path d="m9 5 7 7-7 7"/>`,
  mark: svg`<path d="M12 20.500H5A1.500 1.500 0 0 1 3.500 19V7A1.500 1.500 0 0 1 5 5.500h9M3.500 8l8.500 6 3-2.100"/><circle cx="19" cy="6.500" r="2.500" fill="currentColor" stroke="none"/>`,
  more: svg`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="2.8"/>`,
  paperclip: svg`<path d="m19.5 11.500-7.800 7.800a4.600 4.600 0 0 1-6.500-6.500l8.100-8.100a3.100 3.100 0 0 1 4.400 4.400l-8 8a1.500 1.500 0 0 1-2.200-2.200l7.200-7.200"/>`,
  people: svg`<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 20c0-3.6 2.9-6.5 6.5-6.500s6.5 2.9 6.5 6.500M15.5 5.200a3.5 3.5 0 0 1 0 6.600M18 14.200c2.2 1 3.5 3.2 3.5 5.8"/>`,
  person: svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 20.500c0-4 3.4-6.5 7.5-6.500s7.5 2.5 7.5 6.5"/>`,
  pin: svg`<path d="M9 4h6l-1 6 3.500 3.500h-11L10 10zM12 13.500V20"/>`,
  previous: svg`<path d="m15 5-7 7 7 7"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  reply: svg`<path d="M9 6 4 11l5 5M4 11h9.500A6.5 6.5 0 0 1 20 17.500v.500"/>`,
  retry: svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.300L20 9.500M20 4.500v5h-5"/>`,
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="m20 20-4.3-4.3"/>`,
  send: svg`<path d="M4.5 11.5 20 4l-5 16-3.5-6.500zM11.5 13.5 20 4"/>`,
  settings: svg`<path d="M4 7.500h8M17 7.500h3M4 16.500h3M12 16.500h8"/><circle cx="14.5" cy="7.5" r="2.3"/><circle cx="9.5" cy="16.5" r="2.3"/>`,
  shield: svg`<path d="M12 3.5 19 6v5.500c0 4.3-2.9 7.5-7 9-4.1-1.5-7-4.7-7-9V6z"/>`,
  smile: svg`<circle cx="12" cy="12" r="8.5"/><path d="M8.3 14a4.3 4.3 0 0 0 7.4 0M9 9.500h.01M15 9.500h.01"/>`,
  system: svg`<rect x="3.5" y="5" width="17" height="11" rx="1.5"/><path d="M9 20h6M12 16v4"/>`,
  thread: svg`<path d="M4.5 5h15v10.500H12L7.500 19v-3.500h-3zM8 9h8M8 12h5"/>`,
  trash: svg`<path d="M4.5 7h15M9.5 7V4.500h5V7M6.5 7l1 12.500h9l1-12.500M10.500 10.500v5.500M13.500 10.500v5.500"/>`,
  warning: svg`<path d="M12 4.5 21 19.500H3zM12 10v4.500M12 17h.01"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type Icon = keyof typeof drawings;

export function icon(name: Icon, size = 20): TemplateResult {
  return html`<svg
    viewBox="0 0 24 24"
    width=${size}
    height=${size}
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${drawings[name]}
  </svg>`;
}
