import { css, html, type TemplateResult } from 'lit';
import { userKey } from '../../protocol/names';

const HUES = 12;

/** Two letters on a colour of the person's own; says nothing that the name beside it does not. */
export function avatar(user: string, size: 'small' | 'normal' = 'normal'): TemplateResult {
  return html`<span
    class="avatar ${size} hue-${hueOf(user)}"
    data-initials=${initials(user)}
    aria-hidden="true"
  ></span>`;
}

function initials(user: string): string {
  const [first = '', second = ''] = user.split(/[._-]+/).filter((part) => part !== '');
  return (second === '' ? (first || user).slice(0, 2) : first.charAt(0) + second.charAt(0)).toUpperCase();
}

/** FNV-1a of the name. */
function hueOf(user: string): number {
  let hash = 0x811c9dc5;
  for (const letter of userKey(user)) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return (((hash >>> 16) ^ hash) >>> 0) % HUES;
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

  .avatar::before {
    content: attr(data-initials);
  }

  .avatar.small {
    inline-size: 28px;
    block-size: 28px;
    border-radius: 8px;
    font-size: 11px;
  }

  .hue-0 {
    --hue: 20;
  }
  .hue-1 {
    --hue: 45;
  }
  .hue-2 {
    --hue: 70;
  }
  .hue-3 {
    --hue: 110;
  }
  .hue-4 {
    --hue: 140;
  }
  .hue-5 {
    --hue: 165;
  }
  .hue-6 {
    --hue: 195;
  }
  .hue-7 {
    --hue: 225;
  }
  .hue-8 {
    --hue: 255;
  }
  .hue-9 {
    --hue: 285;
  }
  .hue-10 {
    --hue: 315;
  }
  .hue-11 {
    --hue: 345;
  }
`;
