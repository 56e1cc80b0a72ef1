/**
 * Interactions with examples/studio.html: changes a colour, reads its contrast, imports and exports tokens.
 *
 * @typedef {import('./stress.mjs').Page} Page
 */

/** Runs in the page. */
const work = async () => {
  const problems = [];
  const pause = () => new Promise((done) => setTimeout(done, 200));
  const find = (id) => document.getElementById(id);
  const field = (label) =>
    [...document.querySelectorAll('.token input')].find((each) => each.ariaLabel === label);
  const set = (input, value) => {
    input.value = value;
    input.dispatchEvent(new Event('change', {bubbles: true}));
  };
  const hold = (isSo, what) => isSo || problems.push(what);
  const textOf = () => {
    const card = document.querySelector('.page[data-scheme=light] crono-card');
    return getComputedStyle(card).color;
  };
  const verdict = () => find('verdict').textContent;

  hold(/^All \d+ pairs/.test(verdict()), `opens with "${verdict()}"`);
  set(field('text, light'), '#aaaaaa');
  await pause();
  hold(textOf() === 'rgb(170, 170, 170)', `the preview has the colour ${textOf()}`);
  hold(/pairs are too near/.test(verdict()), `of a faint text it says "${verdict()}"`);
  hold(/too little/.test(find('grades').textContent), 'no pair is said to have too little contrast');
  hold(find('export').value.includes('--crono-color-text: light-dark(#aaaaaa, '), 'the CSS lacks the change');
  hold(location.hash.includes('color-text=light-dark'), `the address is ${location.hash}`);

  find('reset').click();
  await pause();
  hold(/^All \d+ pairs/.test(verdict()), `after undoing it says "${verdict()}"`);
  find('import').value = JSON.stringify({
    crono: {color: {text: {$value: {colorSpace: 'srgb', components: [0.2, 0, 0]}}, ink: {$value: '#000'}}},
  });
  find('read').click();
  await pause();
  hold(textOf() === 'rgb(51, 0, 0)', `of design tokens the preview has ${textOf()}`);
  hold(/crono\.color\.ink/.test(find('problems').textContent), 'an unknown token is not named');
  find('format').value = 'json';
  find('format').dispatchEvent(new Event('change'));
  const tokens = JSON.parse(find('export').value);
  hold(tokens.crono.color.text.$value.hex === '#330000', 'the design tokens lack what was brought in');
  find('reset').click();
  await pause();

  const from = [...document.querySelectorAll('select')].find(({labels}) =>
    /Start from/.test(labels[0]?.textContent),
  );
  from.value = 'newsroom';
  from.dispatchEvent(new Event('change', {bubbles: true}));
  // Its colours change gradually, and a theme is fetched.
  for (let i = 0; i < 30 && textOf() !== 'rgb(26, 26, 26)'; i++) await pause();
  hold(textOf() === 'rgb(26, 26, 26)', `in the theme of twenty lines the preview has ${textOf()}`);
  hold(/^All \d+ pairs/.test(verdict()), `of the theme of twenty lines it says "${verdict()}"`);
  return problems;
};

/** @param {Page} page @returns {Promise<string[]>} what is wrong */
export const readStudio = (page) => page.evaluate(work);
