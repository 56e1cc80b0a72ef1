import {hundredths} from './hundredths.js';
import type {Box} from './types.js';

/** Where the text of a box begins: at its right edge on pages that run right to left. In CSS pixels, to a hundredth. */
export const textStart = ({x, width}: Box, rtl: boolean): number => hundredths(rtl ? x + width : x);
