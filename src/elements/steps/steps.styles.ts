import {css} from 'lit';

export default css`
  .told {
    --_tall: calc(var(--_screen, 100svh) - var(--crono-story-offset, 0px));
    line-height: 1.5;
  }
  .steps {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .said {
    max-inline-size: 40em;
  }
  .title {
    font-family: var(--crono-font-heading, inherit);
    font-size: 1.5em;
    font-weight: var(--_bold);
    line-height: 1.15;
    text-wrap: balance;
  }
  .said > p {
    margin: var(--_space-s) 0 0;
    white-space: pre-line;
  }
  .media {
    margin: 0 0 var(--_space-m);
  }
  .media :is(img, video) {
    inline-size: 100%;
    max-block-size: max(10rem, 36svh);
    object-fit: contain;
  }
  /* One of known size takes no more room than it fills. */
  .media :is(img, video):not([width]) {
    block-size: 40em;
  }
  [part='facts'] {
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .graphic {
    position: relative;
  }
  [part='return'] {
    position: absolute;
    z-index: 3;
    inset: auto var(--_space-m) var(--_space-m);
    margin: auto;
    inline-size: fit-content;
    background: var(--_text);
    color: var(--_surface);
    font-size: var(--_small);
  }

  @media screen {
    .told:not(.flat) {
      display: grid;
      gap: var(--_space-m) var(--_space-l);
      grid-template-columns: minmax(0, 1fr);
      /* A step that says nothing itself says what it shows. */
      :not([part='facts']) ~ [part='facts'] {
        display: none;
      }
    }

    .flat > .graphic,
    .flat .step {
      margin-block-end: var(--_space-l);
    }

    @container (width >= 900px) {
      .told:not(.flat):has(> .graphic:not([hidden])) {
        grid-template-columns: minmax(0, var(--crono-steps-width, 24rem)) minmax(0, 1fr);
        > .graphic {
          grid-area: 1 / 2;
        }
        > .telling {
          grid-area: 1 / 1;
        }
      }
    }
  }

  @media print {
    [part='return'],
    [part='turning'],
    .step ~ .end {
      display: none;
    }
    .step {
      margin-block-start: var(--_space-l);
    }
    .media {
      break-inside: avoid;
      break-after: avoid;
    }
  }
`;
