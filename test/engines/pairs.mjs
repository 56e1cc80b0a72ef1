/**
 * Pairwise testing: combinations that contain every two values of different factors at least once. All combinations
 * would be many times as many, and most faults are caused by one or two values (Cohen et al., "The AETG system", IEEE TSE
 * 23, 1997).
 *
 * @param {Readonly<Record<string, readonly string[]>>} factors their values by name
 * @param {object} [options]
 * @param {readonly Readonly<Record<string, string>>[]} [options.seeds] given rows, whose pairs count as covered
 * @param {(row: Readonly<Record<string, string>>) => boolean} [options.allows] whether two or more values can be combined
 * @param {string} [options.cheapFirst] the factor whose first value is taken wherever others would cover no more
 * @returns {Record<string, string>[]} deterministic; without the seeds
 */
export function pairwise(factors, {seeds = [], allows = () => true, cheapFirst} = {}) {
  const names = Object.keys(factors);
  const key = (a, x, b, y) => JSON.stringify(a < b ? [a, x, b, y] : [b, y, a, x]);
  const open = new Set();
  for (const [i, a] of names.entries()) {
    for (const b of names.slice(i + 1)) {
      for (const x of factors[a])
        for (const y of factors[b]) if (allows({[a]: x, [b]: y})) open.add(key(a, x, b, y));
    }
  }
  const close = (row) => {
    for (const [i, one] of names.entries())
      for (const other of names.slice(i + 1)) open.delete(key(one, row[one], other, row[other]));
  };
  for (const row of seeds) close(row);
  const chosen = [];
  while (open.size > 0) {
    // Start with an uncovered pair, then for each other factor pick the value that covers the most further pairs.
    const [a, x, b, y] = JSON.parse(open.values().next().value);
    const row = {[a]: x, [b]: y};
    for (const name of names) {
      if (name in row) continue;
      const gain = (value) =>
        Object.entries(row).filter(([other, its]) => open.has(key(name, value, other, its))).length;
      // Ties go to the least used value.
      const seen = (value) =>
        name === cheapFirst
          ? factors[name].indexOf(value)
          : [...seeds, ...chosen].filter((each) => each[name] === value).length;
      row[name] = factors[name]
        .filter((value) => allows({...row, [name]: value}))
        .reduce((best, value) =>
          gain(value) > gain(best) || (gain(value) === gain(best) && seen(value) < seen(best)) ? value : best,
        );
    }
    close(row);
    chosen.push(Object.fromEntries(names.map((name) => [name, row[name]])));
  }
  return chosen;
}

/** All allowed combinations. */
export const everyone = (factors, {allows = () => true} = {}) =>
  Object.entries(factors)
    .reduce(
      (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({...row, [name]: value}))),
      [{}],
    )
    .filter(allows);
