/**
 * Checks of examples/figures.html and examples/cifras-es.html: every figure has its claimant, and there is no number
 * that nobody claimed.
 *
 * @typedef {import('./stress.mjs').Page} Page
 */

/** Compares each block of claims, and the chart of prisoners, with the dataset; runs in the page. */
const compare = () => {
  const problems = [];
  const story = document.querySelector('crono-story');
  const {dataset, locale} = story.snapshot;
  const nameOf = (text) => (typeof text === 'string' ? text : text[locale]);
  const actors = new Map(dataset.actors.map(({id, name}) => [id, nameOf(name)]));
  const figures = new Map(dataset.figures.map((figure) => [figure.id, figure]));
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const plain = (text) => text.replace(/\s+/g, ' ');
  const digits = (value) => new Intl.NumberFormat(locale, {useGrouping: 'always'}).format(value);

  const blocks = [...document.querySelectorAll('crono-claims[question]')];
  if (blocks.length === 0) problems.push('there are no claims');
  for (const block of blocks) {
    const question = dataset.questions.find(({id}) => id === block.question);
    const claims = [...block.shadowRoot.querySelectorAll('[part~=claim][data-id]')];
    const [shown, asked] = [claims.map(({dataset: {id}}) => id), question.figures].map((ids) =>
      [...new Set(ids)].sort().join(' '),
    );
    if (shown !== asked) problems.push(`${question.id} shows ${shown} and not ${asked}`);
    for (const claim of claims) {
      const figure = figures.get(claim.dataset.id);
      const said = plain(claim.textContent);
      if (figure.comparator === '=' && !said.includes(digits(figure.value)))
        problems.push(`${figure.id} does not say ${digits(figure.value)}: ${said}`);
      if (!said.includes(actors.get(figure.actor)))
        problems.push(`${figure.id} does not say who claims it: ${said}`);
      // Sources that print protected names have no URL, so their number is no link.
      const linked = figure.cite.some(({source}) => sources.get(source)?.url);
      if (!claim.querySelector(linked ? 'a.note[href]' : '.note[title]'))
        problems.push(`${figure.id} leads to no source`);
    }
  }

  const chart = document.querySelector('crono-chart[measure="political-prisoners"]').shadowRoot;
  const drawn = new Set([...chart.querySelectorAll('[data-id]')].map((each) => each.getAttribute('data-id')));
  const missing = dataset.figures.filter(
    ({id, measure, interval}) => measure === 'political-prisoners' && interval && !drawn.has(id),
  );
  if (missing.length > 0) problems.push(`the chart lacks ${missing.map(({id}) => id).join(', ')}`);
  return problems;
};

/** The claims shown about the selected event, in the block that follows the selection. */
const following = () => {
  const {selected} = document.querySelector('crono-story').snapshot;
  const block = document.querySelector('crono-claims:not([question])').shadowRoot;
  return {
    selected,
    claims: [...block.querySelectorAll('[part~=claim][data-id]')].map((each) => each.getAttribute('data-id')),
  };
};

/** The figures of the release on Christmas Day, as the dataset has them. */
const ofRelease = () => {
  const {dataset} = document.querySelector('crono-story').snapshot;
  return dataset.figures
    .filter(({event, measure}) => event === 'release-2025-12-25' && measure === 'released')
    .map(({id}) => id);
};

/** @param {Page} page @returns {Promise<string[]>} what is wrong */
export async function readFigures(page) {
  let problems = await page.evaluate(compare);
  // What draws claims and chart is fetched, and may come a little later.
  for (let i = 0; i < 100 && problems.length > 0; i++) {
    await new Promise((done) => setTimeout(done, 100));
    problems = await page.evaluate(compare);
  }
  await page.evaluate(() =>
    document.querySelector('crono-story').dispatch({type: 'select', id: 'release-2025-12-25'}),
  );
  const wanted = await page.evaluate(ofRelease);
  let now;
  for (let i = 0; i < 50; i++) {
    now = await page.evaluate(following);
    if (wanted.every((id) => now.claims.includes(id))) return problems;
    await new Promise((done) => setTimeout(done, 100));
  }
  problems.push(`of ${now.selected} are shown ${now.claims.join(' ')}, of ${wanted.join(' ')}`);
  return problems;
}
