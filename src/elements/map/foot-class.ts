/** The foot takes its room before it is there, so that nothing below it moves. */
export const footClass = (isCounted: boolean): string => (isCounted ? 'foot counted' : 'foot');
