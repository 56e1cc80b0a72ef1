import type {RunOptions} from 'axe-core';

/**
 * The rules for axe in a theme: all in the light one, and in the dark one those about colours, as the others would find
 * the same elements again.
 */
export const rulesFor = (theme: string): RunOptions =>
  theme === 'dark'
    ? {runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}}
    : {rules: {region: {enabled: false}}};
