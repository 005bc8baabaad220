import { css, html, type TemplateResult } from 'lit';
import { userKey } from '../../protocol/names';

const HUES = 10;

/** Two letters on a colour of the person's own; says nothing that the name beside it does not. */
export function avatar(user: string, size: 'small' | 'normal' = 'normal'): TemplateResult {
  return html`<span class="avatar ${size} hue-${hueOf(user)}" aria-hidden="true">${initials(user)}</span>`;
}

function initials(user: string): string {
  const [first = '', second = ''] = user.split(/[._-]+/).filter((part) => part !== '');
  return (second === '' ? (first || user).slice(0, 2) : first.charAt(0) + second.charAt(0)).toUpperCase();
}

function hueOf(user: string): number {
  let hash = 7;
  for (const letter of userKey(user)) hash = (hash * 31 + letter.charCodeAt(0)) % 9_973;
  return hash % HUES;
}

export const avatarStyles = css`
  .avatar {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 10px;
    background: oklch(0.5 0.11 var(--hue));
    color: #fff;
    font-size: 13px;
    font-weight: 650;
    letter-spacing: 0.02em;
    user-select: none;
  }

  .avatar.small {
    inline-size: 28px;
    block-size: 28px;
    border-radius: 8px;
    font-size: 11px;
  }

  .hue-0 { --hue: 20; }
  .hue-1 { --hue: 48; }
  .hue-2 { --hue: 75; }
  .hue-3 { --hue: 128; }
  .hue-4 { --hue: 160; }
  .hue-5 { --hue: 195; }
  .hue-6 { --hue: 232; }
  .hue-7 { --hue: 265; }
  .hue-8 { --hue: 300; }
  .hue-9 { --hue: 345; }
`;
