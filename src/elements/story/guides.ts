/** The elements that lead a reader, each fetched where its tag is. */
export function define(root: ParentNode): void {
  if (root.querySelector('crono-steps'))
    void import('../steps/steps.js').then(({CronoSteps}) => CronoSteps.define());
  if (root.querySelector('crono-player'))
    void import('../player/player.js').then(({CronoPlayer}) => CronoPlayer.define());
}
