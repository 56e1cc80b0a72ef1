import {css} from 'lit';

export default css`
  .introduction {
    display: grid;
    gap: var(--_space-m);
    justify-items: start;
  }
  .introduction .title,
  .name {
    font-family: var(--crono-font-heading, inherit);
    font-size: 1.25em;
    font-weight: var(--_bold);
    line-height: 1.2;
    text-wrap: balance;
  }
  .introduction .title {
    font-size: 1.5em;
  }
  .scope,
  .next {
    display: grid;
    inline-size: 100%;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .scope {
    font-weight: var(--_bold);
    line-height: 1.3;
  }
  .first,
  .next {
    gap: var(--_space-s);
    border-block-start: var(--_line-width) solid var(--_line);
    padding-block-start: var(--_space-m);
  }
  .first {
    display: grid;
    inline-size: 100%;
  }
  .introduction .date {
    color: var(--_quiet);
  }
  .first .text {
    max-inline-size: 66ch;
    text-wrap: pretty;
  }
  /* Both in full are a click away, on a button that a card as high as a map has room for. */
  .first .text,
  .next button {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
  }
  .next {
    line-height: 1.3;
  }
  .next .date {
    display: block;
    font-size: var(--_small);
  }
  .next button {
    -webkit-line-clamp: 3;
    padding: 0;
    border: 0;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-underline-offset: 0.2em;
  }
  .next button:hover {
    text-decoration-color: currentColor;
  }
  @media (width < 60rem) {
    .next > :nth-child(n + 5) {
      display: none;
    }
  }
  @media print {
    /* It leads on, which paper does not, and the list says the rest. */
    :host(:state(empty)) {
      display: none;
    }
  }
`;
