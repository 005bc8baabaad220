import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from './icons';

interface Field {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: string;
  readonly optional?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly testid?: string;
  readonly errorTestid?: string;
  readonly autocomplete?: AutoFill;
  readonly placeholder?: string;
  readonly focus?: boolean;
}

/** A labelled input with what is wrong, or else what is wanted, under it. */
export function field(parts: Field, button: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="field">
    <label for=${parts.id}
      >${parts.label}${parts.optional ? html` <span class="muted">(optional)</span>` : nothing}</label
    >
    <div class="with-button">
      <input
        id=${parts.id}
        name=${parts.id}
        type=${parts.type ?? 'text'}
        data-testid=${parts.testid ?? parts.id}
        .value=${live(parts.value)}
        placeholder=${parts.placeholder ?? nothing}
        autocomplete=${parts.autocomplete ?? 'off'}
        autocapitalize="none"
        spellcheck="false"
        ?autofocus=${parts.focus}
        aria-invalid=${parts.error ? 'true' : nothing}
        aria-describedby="${parts.id}-note"
        @input=${(event: InputEvent) => parts.onInput((event.target as HTMLInputElement).value)}
        @blur=${() => parts.onBlur?.()}
      />${button}
    </div>
    <div id="${parts.id}-note" ?hidden=${!parts.error && !parts.hint}>
      ${
        parts.error
          ? html`<p class="error" role="alert" data-testid=${parts.errorTestid ?? nothing}>${parts.error}</p>`
          : html`<p class="hint">${parts.hint}</p>`
      }
    </div>
  </div>`;
}

interface PasswordField extends Field {
  readonly shown: boolean;
  readonly onToggle: () => void;
}

/** A field for a password, which can be shown. */
export function passwordField(parts: PasswordField): TemplateResult {
  const label = parts.shown ? 'Hide password' : 'Show password';
  return field(
    { ...parts, type: parts.shown ? 'text' : 'password' },
    html`<button class="icon-button" type="button" aria-label=${label} title=${label} @click=${parts.onToggle}>
      ${icon(parts.shown ? 'hidden' : 'eye')}
    </button>`,
  );
}
