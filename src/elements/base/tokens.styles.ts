import {css} from 'lit';

/**
 * Every token, resolved once per element to a private property, with the value of the theme `paper` as a fallback.
 * `light-dark()` follows the `color-scheme` of the page, or of the story's `theme`.
 */
export default css`
  :host {
    --_text: var(--crono-color-text, light-dark(#1b1b1a, #ece9e2));
    --_quiet: var(--crono-color-text-quiet, light-dark(#5d5b56, #b1ada4));
    --_surface: var(--crono-color-surface, light-dark(#fffefb, #17181a));
    --_raised: var(--crono-color-surface-raised, light-dark(#f6f3ec, #222427));
    --_line: var(--crono-color-line, light-dark(#d8d3c7, #3d3f43));
    --_accent: var(--crono-color-accent, light-dark(#9c1c1c, #ff9d8a));
    --_focus: var(--crono-color-focus, light-dark(#0b57d0, #8ab4f8));
    --_sea: var(--crono-color-sea, light-dark(#dde8ec, #1d2a31));
    --_land: var(--crono-color-land, light-dark(#fbf8f1, #26282a));
    --_border: var(--crono-color-border, light-dark(#a39e92, #5e6166));
    --_coast: var(--crono-color-coast, light-dark(#8fa9b5, #4e6673));
    --_space-s: var(--crono-space-s, 0.375rem);
    --_space-m: var(--crono-space-m, 0.75rem);
    --_space-l: var(--crono-space-l, 1.5rem);
    --_radius: var(--crono-radius, 2px);
    --_small: var(--crono-font-size-small, 0.8125em);
    --_medium: var(--crono-font-weight-medium, 600);
    --_bold: var(--crono-font-weight-bold, 700);
    --_label-size: var(--crono-label-size, 0.8125);
    --_line-width: var(--crono-line-width, 1px);
    --_line-width-strong: var(--crono-line-width-strong, 2px);
    --_mark-width: var(--crono-mark-width, 1.5px);
    --_focus-width: var(--crono-focus-width, 2px);
    --_motion: var(--crono-motion, 0.2s);
    --_category-1: var(--crono-color-category-1, light-dark(#9c1c1c, #fe998a));
    --_category-2: var(--crono-color-category-2, light-dark(#0f69b0, #9bb7f5));
    --_category-3: var(--crono-color-category-3, light-dark(#8a5a00, #e0bb5b));
    --_category-4: var(--crono-color-category-4, light-dark(#136251, #67d4c2));
    --_category-5: var(--crono-color-category-5, light-dark(#6b3fa0, #c9a8f0));
    --_category-6: var(--crono-color-category-6, light-dark(#4f5b62, #b6c2c9));
    --_category-7: var(--crono-color-category-7, light-dark(#a3286b, #f4a3cb));
    --_category-8: var(--crono-color-category-8, light-dark(#5f6b13, #c6d267));
  }
  @media (prefers-contrast: more) {
    :host {
      --_quiet: var(--_text);
      --_line: var(--_text);
    }
  }
  /* Dark themes too are dark on white on paper. */
  @media print {
    :host {
      color-scheme: light !important;
      --_text: #000;
      --_quiet: #444;
      --_surface: #fff;
      --_raised: #fff;
      --_line: #999;
      --_sea: #e4edf0;
      --_land: #fff;
      --_border: #888;
      --_coast: #789;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0s;
    }
  }
`;
