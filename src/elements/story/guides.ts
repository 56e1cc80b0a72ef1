/** The elements that lead a reader, each fetched where its tag is. */
export function defineGuides(page: ParentNode): void {
  if (page.querySelector('crono-steps'))
    void import('../steps/steps.js').then(({CronoSteps}) => CronoSteps.define());
  if (page.querySelector('crono-player'))
    void import('../player/player.js').then(({CronoPlayer}) => CronoPlayer.define());
}
