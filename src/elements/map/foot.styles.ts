import {css} from 'lit';

/** What stands below the map; it takes its room before it is there. */
export default css`
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em var(--_space-m);
    align-items: center;
    margin-block-start: var(--_space-s);
    font-size: var(--_small);
    line-height: 1.35;
  }
  .foot,
  .legend {
    min-block-size: 24px;
  }
  .legend {
    display: flex;
    gap: var(--_space-m);
    align-items: center;
    margin-block-start: var(--_space-s);
    font-size: var(--_small);
  }
  @media (pointer: coarse) {
    .legend {
      min-block-size: 44px;
    }
  }
  .foot.counted {
    min-block-size: calc(48px + 0.25em);
  }
  @container (width < 480px) {
    .foot {
      min-block-size: calc(48px + 0.125em);
    }
    .foot.counted {
      min-block-size: calc(72px + 0.25em);
    }
  }
  /* One line until it is opened, and all of it, so that whose the counts are is seldom cut off. */
  .caption {
    flex: 0 0 100%;
    min-inline-size: 0;
  }
  .caption summary {
    overflow: hidden;
    list-style: none;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .foot summary {
    line-height: 24px;
    cursor: pointer;
  }
  .caption[open] summary {
    white-space: normal;
    line-height: inherit;
  }
  .foot > [part='notice'] {
    flex: 1 0 100%;
  }
  .attribution {
    color: var(--_quiet);
  }
  @media print {
    .caption summary {
      white-space: normal;
    }
  }
`;
