/** The buttons that format what one writes, and the keys that do the same. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { plainTexts } from '../../device/preference';
import type { Format } from '../../text/marks';
import { focused } from '../common/focus';

interface Button {
  readonly format: Format;
  readonly name: string;
  readonly keys: string;
  readonly drawing: SVGTemplateResult;
}

const BUTTONS: readonly Button[] = [
  {
    format: 'bold',
    name: 'Bold',
    keys: 'Ctrl B',
    drawing: svg`<path d="M7.5 5h5.500a3.4 3.4 0 0 1 0 7H7.500zM7.500 12h6.500a3.500 3.500 0 0 1 0 7H7.500z" stroke-width="2.6"/>`,
  },
  { format: 'italic', name: 'Italic', keys: 'Ctrl I', drawing: svg`<path d="M10.500 5H17M7 19h6.500M14 5l-4 14"/>` },
  {
    format: 'strike',
    name: 'Strike through',
    keys: 'Ctrl Shift X',
    drawing: svg`<path d="M4.500 12h15M16.500 8c-.3-2-2-3.200-4.500-3.200-2.700 0-4.500 1.300-4.500 3.300 0 1.200.6 2 1.700 2.700M7.300 15.800c.4 2.100 2.200 3.400 4.800 3.400 2.700 0 4.600-1.400 4.600-3.500 0-.7-.2-1.300-.6-1.800"/>`,
  },
  {
    format: 'code',
    name: 'Code',
    keys: 'Ctrl E',
    drawing: svg`<path d="m8.500 7.500-4.500 4.500 4.500 4.500M15.500 7.500l4.500 4.500-4.500 4.500"/>`,
  },
  {
    format: 'link',
    name: 'Link',
    keys: 'Ctrl K',
    drawing: svg`<path d="m10 14 4-4M11.500 7.500l2-2a3.500 3.500 0 0 1 5 5l-2 2M12.500 16.500l-2 2a3.500 3.500 0 0 1-5-5l2-2"/>`,
  },
  { format: 'quote', name: 'Quote', keys: '', drawing: svg`<path d="M5 5v14M9.500 8H19M9.500 12H19M9.500 16h6"/>` },
  {
    format: 'list',
    name: 'List',
    keys: '',
    drawing: svg`<path d="M9.500 7H20M9.500 12H20M9.500 17H20M5 7h.01M5 12h.01M5 17h.01" stroke-linecap="round"/>`,
  },
];

/** What to do when a key is pressed in a field; nothing for most. Ctrl K without a selection is not ours: it goes somewhere. */
export function formatOf(event: KeyboardEvent, hasSelection: boolean): Format | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (event.shiftKey) return key === 'x' ? 'strike' : undefined;
  if (key === 'k') return hasSelection ? 'link' : undefined;
  return ({ b: 'bold', i: 'italic', e: 'code' } as const)[key as 'b' | 'i' | 'e'];
}

export function formatRowOf(act: (format: Format) => void): TemplateResult {
  return html`<div class="format-row" role="toolbar" aria-label="Formatting" data-testid="format-row" @keydown=${onKey}>
    ${BUTTONS.map(
      ({ format, name, keys, drawing }, at) =>
        html`<button
          class="icon-button"
          type="button"
          data-format=${format}
          tabindex=${at === 0 ? 0 : -1}
          aria-label=${name}
          title=${keys === '' ? name : `${name} (${keys})`}
          @mousedown=${keepFocus}
          @click=${() => act(format)}
        >
          ${drawn(drawing)}
        </button>`,
    )}
    <button
      class="icon-button plain"
      type="button"
      data-testid="plain-texts"
      tabindex="-1"
      aria-pressed=${plainTexts.isOn}
      aria-label="Show messages as they were typed"
      title="Show messages as they were typed"
      @mousedown=${keepFocus}
      @click=${() => plainTexts.toggle()}
    >
      ${drawn(svg`<path d="M5 18.500 9 6.500l4 12M6.300 14.500h5.400M19.500 18.500v-7M19.500 15a2.600 3.500 0 1 1-5.200 0 2.600 3.500 0 1 1 5.200 0"/>`)}
    </button>
  </div>`;
}

export const formatRowSign = drawnAt(20, svg`<path d="m6.500 16 5.500-12 5.500 12M8.300 12h7.400M5 20h14"/>`);

/** What is selected stays so. */
export function keepFocus(event: Event): void {
  event.preventDefault();
}

/** One stop for Tab; arrows go from button to button. */
function onKey(event: KeyboardEvent): void {
  const all = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const at = all.indexOf(focused() as HTMLButtonElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  const next = all[(to + all.length) % all.length];
  for (const button of all) button.tabIndex = button === next ? 0 : -1;
  next?.focus();
}

function drawn(drawing: SVGTemplateResult): TemplateResult {
  return drawnAt(18, drawing);
}

function drawnAt(size: number, drawing: SVGTemplateResult): TemplateResult {
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
    ${drawing}
  </svg>`;
}
