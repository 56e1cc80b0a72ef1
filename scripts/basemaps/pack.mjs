/**
 * Arcs as text, which is less than half of their JSON. Each number is the difference from the one before of its axis,
 * folded (0, -1, 1, -2, 2 …) and written in digits of 91 printable characters: what is below 77 ends a number, and the
 * 14 others go before. A space ends an arc. src/core/geo/packed.ts reads it.
 */
const DIGITS = [...Array(94).keys()]
  .map((i) => String.fromCharCode(33 + i))
  .filter((letter) => !['"', "'", '\\'].includes(letter));
const LAST = 77;
const BEFORE = DIGITS.length - LAST;

function write(value) {
  const folded = value < 0 ? -2 * value - 1 : 2 * value;
  let text = DIGITS[folded % LAST];
  for (let rest = Math.floor(folded / LAST); rest > 0; rest = Math.floor((rest - 1) / BEFORE))
    text = DIGITS[LAST + ((rest - 1) % BEFORE)] + text;
  return text;
}

/** @param arcs lists of positions that are whole numbers */
export function packArcs(arcs) {
  let [px, py] = [0, 0];
  return arcs
    .map((arc) =>
      arc
        .map(([x, y]) => {
          const text = write(x - px) + write(y - py);
          [px, py] = [x, y];
          return text;
        })
        .join(''),
    )
    .join(' ');
}

/** Towns, of which positions and zooms are less than half of what they are as JSON. */
export function packTowns(towns) {
  const odd = towns.find(({name}) => name.includes('|'));
  if (odd) throw new Error(`${odd.name} has a separator in its name`);
  const others = towns.flatMap(({name, others: abroad}, i) => (abroad ? [[i, {en: name, ...abroad}]] : []));
  return {
    names: towns.map(({name}) => name).join('|'),
    ...(others.length > 0 && {others: Object.fromEntries(others)}),
    at: packArcs([towns.map(({lon, lat}) => [Math.round(lon * 1000), Math.round(lat * 1000)])]),
    zooms: towns.map(({zoom}) => zoom.toString(36)).join(''),
  };
}
