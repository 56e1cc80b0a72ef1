/** The parts of each view, with their states, that the default layout exports. A test compares them with its documentation. */
const PARTS = {
  map: 'place place-selected place-receded place-dimmed area area-selected area-receded area-dimmed label leader cluster cluster-selected cluster-receded cluster-dimmed count region town town-beyond controls zoom nearest scale locator locator-region legend caption tie point-of-view call-out popup attribution consent tip annotation annotations',
  timeline:
    'axis break fold lane lane-label mark mark-partial mark-open mark-selected mark-dimmed bar bar-dimmed label zoom legend tray call-out outside annotation-span tip annotation annotations',
  range: 'handle window words count spread folded axis tip',
  filter: 'count search group option option-chosen option-empty option-count clear more',
  card: 'date title text place figure value claimant status first-source section summary source correction step close to-list introduction introduction-title scope begin',
  list: 'year month pause item item-selected item-dimmed row date row-date title row-title row-figure status text place figure value claimant first-source section summary source correction count position',
  sources: 'publisher source section summary correction definition about',
} as const;

/** The value of `exportparts` for a view of the default layout: `place` of the map is `map-place` of the story. */
export const exportedParts = (element: keyof typeof PARTS): string =>
  `${PARTS[element]} notice retry`
    .split(' ')
    .map((name) => `${name}:${element}-${name}`)
    .join();
