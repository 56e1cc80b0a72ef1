export const findChromium: () => string | undefined;
export const findFirefox: () => string | undefined;
export const findWebKit: () => {driver: string; browser: string} | undefined;
export const CHROMIUM_ARGS: string[];
export const WITHOUT_COMPILERS: string;
