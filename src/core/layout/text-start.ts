import {hundredths} from './hundredths.js';
import type {Box} from './types.js';

/** x of the start edge of a box: its right edge on right-to-left pages. In CSS pixels, rounded to hundredths. */
export const textStart = ({x, width}: Box, rtl: boolean): number => hundredths(rtl ? x + width : x);
