import { css } from 'lit';

export const sectionStyles = css`
  h3 {
    margin-block-end: 10px;
    font-size: 15px;
  }

  form.line {
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: end;
    gap: 8px;
  }

  form.line .button {
    min-block-size: 42px;
  }

  p + form,
  ul + form {
    margin-block-start: 12px;
  }

  li {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 48px;
  }

  .about {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .about .muted {
    font-size: 13px;
  }

  .error {
    margin-block-start: 8px;
  }
`;
