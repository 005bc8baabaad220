import { html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import { passwordProblem, usernameProblem } from '../../protocol/names';
import { problemOf, sentence } from '../../protocol/problem';
import { field, passwordField } from '../common/fields';
import { icon } from '../common/icons';
import { formStyles } from '../common/form.styles';
import { shared } from '../common/shared';
import '../common/theme-toggle';
import { authStyles } from './auth.styles';

type Mode = 'login' | 'register';
type Fault = { readonly field: 'username' | 'password' | 'form'; readonly text: string };

const MODES: readonly Mode[] = ['login', 'register'];
const NAMES: Record<Mode, string> = { login: 'Sign in', register: 'Create account' };

/** The way in: signing in, or making an account. */
export class AuthPage extends LitElement {
  static override readonly properties = {
    why: {},
    _mode: { state: true },
    _fault: { state: true },
    _busy: { state: true },
    _shown: { state: true },
  };

  static override readonly styles = [shared, formStyles, authStyles];

  declare why: string | undefined;
  declare _mode: Mode;
  declare _fault: Fault | undefined;
  declare _busy: boolean;
  declare _shown: boolean;
  #username = '';
  #password = '';

  constructor() {
    super();
    this._mode = 'login';
    this._busy = false;
    this._shown = false;
  }

  protected override firstUpdated(): void {
    document.title = 'Confab';
    this.#focus('username');
  }

  protected override render() {
    return html`<div class="page">
      <confab-theme-toggle></confab-theme-toggle>
      <main class="card">
        <h1><img src="/favicon.svg" alt="" width="44" height="44" />Confab</h1>
        <p class="muted">Rooms to talk in, live.</p>
        ${this.why ? html`<p class="why" role="status" data-testid="notice">${icon('warning')}${this.why}</p>` : nothing}
        <div role="tablist" aria-label="Sign in or create an account" @keydown=${this.#onTabKey}>
          ${MODES.map((mode) => this.#tab(mode))}
        </div>
        <div id="panel" role="tabpanel" aria-labelledby="tab-${this._mode}">${this.#form()}</div>
      </main>
    </div>`;
  }

  #tab(mode: Mode) {
    const selected = mode === this._mode;
    return html`<button
      type="button"
      role="tab"
      id="tab-${mode}"
      data-testid="tab-${mode}"
      aria-selected=${selected}
      aria-controls="panel"
      tabindex=${selected ? 0 : -1}
      @click=${() => this.#turnTo(mode)}
    >
      ${NAMES[mode]}
    </button>`;
  }

  #form() {
    const registers = this._mode === 'register';
    const errorOf = (name: Fault['field']) => (this._fault?.field === name ? this._fault.text : undefined);
    return html`<form data-testid="auth-form" novalidate @submit=${this.#onSubmit}>
      ${field({
        id: 'username',
        label: 'Username',
        value: this.#username,
        autocomplete: 'username',
        hint: registers ? 'Letters, digits, “_”, “.” and “-”. Everybody sees it.' : undefined,
        error: errorOf('username'),
        errorTestid: 'auth-error',
        onInput: (value) => this.#onInput('username', value),
        onBlur: () => this.#check('username'),
      })}
      ${passwordField({
        id: 'password',
        label: 'Password',
        value: this.#password,
        autocomplete: registers ? 'new-password' : 'current-password',
        hint: registers ? 'At least 8 characters.' : undefined,
        error: errorOf('password'),
        errorTestid: 'auth-error',
        shown: this._shown,
        onToggle: () => (this._shown = !this._shown),
        onInput: (value) => this.#onInput('password', value),
        onBlur: () => this.#check('password'),
      })}
      ${
        errorOf('form')
          ? html`<p class="error box" role="alert" data-testid="auth-error">${errorOf('form')}</p>`
          : nothing
      }
      <button class="button primary" data-testid="submit" ?disabled=${this._busy}>
        ${this._busy ? 'One moment…' : NAMES[this._mode]}
      </button>
    </form>`;
  }

  #turnTo(mode: Mode): void {
    this._mode = mode;
    this._fault = undefined;
  }

  #onTabKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    this.#turnTo(this._mode === 'login' ? 'register' : 'login');
    void this.updateComplete.then(() => this.#focus(`tab-${this._mode}`));
  }

  #onInput(name: 'username' | 'password', value: string): void {
    if (name === 'username') this.#username = value.trim();
    else this.#password = value;
    if (this._fault?.field === name || this._fault?.field === 'form') this._fault = undefined;
  }

  /** Says early what a new account could not be made with; an empty field is left in peace. */
  #check(name: 'username' | 'password'): void {
    const value = name === 'username' ? this.#username : this.#password;
    if (this._mode === 'login' || value === '' || this._fault !== undefined) return;
    const text = name === 'username' ? usernameProblem(value) : passwordProblem(value);
    if (text !== undefined) this._fault = { field: name, text };
  }

  #faultBefore(): Fault | undefined {
    const registers = this._mode === 'register';
    const username = registers ? usernameProblem(this.#username) : this.#username === '' && 'Enter your username.';
    if (username) return { field: 'username', text: username };
    const password = registers ? passwordProblem(this.#password) : this.#password === '' && 'Enter your password.';
    return password ? { field: 'password', text: password } : undefined;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this._busy) return;
    this._fault = this.#faultBefore();
    if (this._fault === undefined) await this.#submit();
    const wrong = this._fault?.field;
    if (wrong !== undefined && wrong !== 'form') this.#focus(wrong);
  }

  async #submit(): Promise<void> {
    const credentials = { username: this.#username, password: this.#password };
    this._busy = true;
    try {
      await (this._mode === 'register' ? app.signIn.register(credentials) : app.signIn.login(credentials));
    } catch (error) {
      const problem = problemOf(error);
      const ofField = problem.code === 'username_taken' ? 'username' : problem.field;
      const name = ofField === 'username' || ofField === 'password' ? ofField : 'form';
      this._fault = { field: name, text: sentence(problem) };
    } finally {
      this._busy = false;
    }
  }

  #focus(id: string): void {
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }
}

customElements.define('confab-auth', AuthPage);
