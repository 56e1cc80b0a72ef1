import {expect, test} from 'vitest';
declare const __BASEMAPS__: string;
test('x', () => { expect(__BASEMAPS__).toBe('../../data/basemaps/'); });
