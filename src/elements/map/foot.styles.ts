import {css} from 'lit';

/** What stands below the map; it takes its room before it is there. */
export default css`
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em var(--_space-m);
    align-items: baseline;
    margin-block-start: var(--_space-s);
    font-size: var(--_small);
    line-height: 1.35;
  }
  .foot,
  .unplaced,
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
  @container (width < 820px) {
    .foot.counted {
      min-block-size: 3em;
    }
  }
  @container (width < 480px) {
    .foot {
      min-block-size: 3.5em;
    }
    .foot.counted {
      min-block-size: 6.25em;
    }
  }
  .caption {
    flex: 1 1 16em;
    min-inline-size: 0;
  }
  .attribution {
    color: var(--_quiet);
  }
  .unplaced {
    margin-block-start: var(--_space-s);
    font-size: var(--_small);
  }
  .unplaced summary {
    cursor: pointer;
    min-block-size: 24px;
  }
  .unplaced ul {
    display: grid;
    gap: var(--_space-s);
    margin: var(--_space-s) 0 0;
    padding: 0;
    list-style: none;
  }
`;
