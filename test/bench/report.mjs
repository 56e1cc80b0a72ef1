/** The report of a run: medians, tables and chart. */

const SLOW = 4;

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** All numbers of a run by name; of gestures as `frames.timeline.p95`. */
const numbersOf = (object, prefix = '') =>
  Object.entries(object).flatMap(([name, value]) =>
    typeof value === 'number'
      ? [[prefix + name, value]]
      : value && typeof value === 'object' && !Array.isArray(value)
        ? numbersOf(value, `${prefix}${name}.`)
        : [],
  );

const round = (value) => Number(value.toPrecision(4));

/** One entry per tool, size and CPU slowdown: median, minimum and maximum of each number. */
const summarise = (runs) => {
  const cells = new Map();
  for (const run of runs) {
    const key = `${run.tool} ${run.events} ${run.slow}`;
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(run);
  }
  return [...cells.values()].map((group) => {
    const {tool, events, slow} = group[0];
    const good = group.filter(({late, failed}) => !late && !failed);
    const values = new Map();
    for (const run of good) {
      for (const [name, value] of numbersOf(run)) {
        if (['events', 'slow'].includes(name)) continue;
        values.set(name, [...(values.get(name) ?? []), value]);
      }
    }
    // Frame times are meaningless when the gesture had no effect.
    const still = new Set(
      good.flatMap(({frames = {}}) =>
        Object.entries(frames)
          .filter(([name, {moved, failed}]) => name !== 'idle' && (failed || moved === false))
          .map(([name]) => name),
      ),
    );
    const hung = good.flatMap(({frames = {}}) =>
      Object.entries(frames).flatMap(([name, {late}]) => (late ? [[name, late]] : [])),
    );
    return {
      tool,
      events,
      slow,
      runs: good.length,
      ...(group.some(({late}) => late) && {late: group.find(({late}) => late).late}),
      ...(group.some(({failed}) => failed) && {failed: group.find(({failed}) => failed).failed}),
      ...(still.size > 0 && {still: [...still]}),
      ...(hung.length > 0 && {hung: Object.fromEntries(hung)}),
      metrics: Object.fromEntries(
        [...values].map(([name, all]) => [
          name,
          {median: round(median(all)), min: round(Math.min(...all)), max: round(Math.max(...all))},
        ]),
      ),
    };
  });
};

const grouped = (n) => n.toLocaleString('en-US');
const ms = (value) =>
  value >= 9950
    ? `${(value / 1000).toFixed(1)} s`
    : value >= 995
      ? `${(value / 1000).toFixed(2)} s`
      : `${Math.round(value)} ms`;
const kB = (value) =>
  value >= 999_500 ? `${(value / 1e6).toFixed(1)} MB` : `${(value / 1000).toFixed(1)} kB`;
const MB = (value) => `${(value / 1e6).toFixed(value < 9.95e6 ? 1 : 0)} MB`;

/** Formats a run as one line. */
export const line = (run, {name}) => {
  const head = `${name.padEnd(21)} ${grouped(run.events).padStart(9)}${run.slow > 1 ? ` slowed ${run.slow}x` : ''}`;
  if (run.late) return `${head}  given up (${run.late})`;
  if (run.failed) return `${head}  failed: ${run.failed}`;
  const frames = Object.entries(run.frames ?? {})
    .filter(([id]) => id !== 'idle')
    .map(
      ([id, {p95, moved, failed, late}]) =>
        `${id} ${late ? `over ${ms(late)}` : failed ? 'failed' : moved ? Math.round(p95) : `${Math.round(p95)} (did not move)`}`,
    );
  return `${head}  marks ${ms(run.marks)}, ready ${ms(run.ready)}, blocked ${ms(run.blocking)}, ${kB(run.bytes)} in ${run.requests}, heap ${MB(run.heap)}, ${grouped(run.nodes)} nodes${frames.length > 0 ? `; p95 of frames: ${frames.join(', ')}` : ''}${run.errors ? `; errors: ${run.errors.join(' | ')}` : ''}`;
};

/** An aligned Markdown table. */
const table = (head, rows) => {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length), 3));
  const write = (row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [write(head), rule, ...rows.map(write)].join('\n');
};

const GESTURES = [
  ['timeline', 'timeline dragged'],
  ['timeline, all of time', 'timeline dragged, all of time in view'],
  ['wheel', 'timeline zoomed by wheel'],
  ['range window', 'window of the range dragged'],
  ['range handle', 'handle of the range dragged'],
  ['map', 'map dragged'],
  ['map, all of time', 'map dragged, all of time shown'],
  ['map wheel', 'map zoomed by wheel'],
];

/** @returns {{text: string, markdown: string, picture: string, summary: object[]}} */
export function report(results) {
  const {tools, options, machine, versions, weights} = results;
  const summary = summarise(results.runs);
  const cell = (tool, events, slow = 1) =>
    summary.find((each) => each.tool === tool && each.events === events && each.slow === slow);

  const write = (entry, tool, events, slow, metric, format) => {
    const limit = tools.find(({id}) => id === tool)?.limit;
    if (!entry) return given(tool, events, slow) || (limit && events > limit) ? '–' : '';
    if (entry.late && entry.runs === 0) return metric === 'ready' ? `> ${options.capSeconds} s` : '–';
    if (entry.runs === 0) return 'failed';
    const late = entry.hung?.[/^frames\.(.+)\.\w+$/.exec(metric)?.[1]];
    if (late) return `> ${ms(late)}`;
    const value = entry.metrics[metric];
    if (!value || entry.still?.some((name) => metric.startsWith(`frames.${name}.`))) return '–';
    const [least, most] = [format(value.min), format(value.max)];
    return least === most ? format(value.median) : `${format(value.median)} (${least} – ${most})`;
  };
  const given = (tool, events, slow) =>
    summary.some((each) => each.tool === tool && each.slow === slow && each.late && each.events < events);

  const bySize = (metric, format, {sizes = options.sizes, slow = 1} = {}) =>
    table(
      ['', ...sizes.map((n) => `${grouped(n)} events`)],
      tools.map(({id, name}) => [
        name,
        ...sizes.map((n) => write(cell(id, n, slow), id, n, slow, metric, format)),
      ]),
    );

  const frameRows = (slow, sizes) =>
    GESTURES.flatMap(([gesture, words]) =>
      tools
        .filter(({id}) =>
          summary.some(
            (each) => each.tool === id && (each.metrics[`frames.${gesture}.p95`] || each.hung?.[gesture]),
          ),
        )
        .map(({id, name}) => [
          `${words}: ${name}`,
          ...sizes.map((n) =>
            write(
              cell(id, n, slow),
              id,
              n,
              slow,
              `frames.${gesture}.p95`,
              (value) => `${Math.round(value)} ms`,
            ),
          ),
        ]),
    );
  const frames = (slow, sizes) =>
    table(['', ...sizes.map((n) => `${grouped(n)} events`)], frameRows(slow, sizes));
  const any = (metric) => summary.some((each) => each.metrics[metric]);

  const small = options.sizes[0];
  const transfer = table(
    ['', 'transferred', 'without the data', 'requests'],
    tools.map(({id, name, shows}) => {
      const entry = cell(id, small);
      const {bytes, dataBytes, requests} = entry?.metrics ?? {};
      if (!bytes) return [name, '–', '–', '–'];
      return [
        `${name} (${shows})`,
        kB(bytes.median),
        kB(bytes.median - dataBytes.median),
        String(requests.median),
      ];
    }),
  );

  const parts = new Map();
  for (const {part, gzip, chunk} of weights.parts) {
    const entry = parts.get(part) ?? {gzip: 0, chunks: new Set()};
    parts.set(part, {gzip: entry.gzip + gzip, chunks: entry.chunks.add(chunk)});
  }
  const weightTable = table(
    ['part', 'gzip, about', 'in'],
    [...parts]
      .sort(([, a], [, b]) => b.gzip - a.gzip)
      .filter(([, {gzip}]) => gzip >= 50)
      .map(([part, {gzip, chunks}]) => [part, kB(gzip), [...chunks].join(', ')]),
  );
  const chunkTable = table(
    ['file', 'raw', 'gzip'],
    weights.files.map(({name, bytes, gzip}) => [name, kB(bytes), kB(gzip)]),
  );

  const peers = tools
    .filter(({id}) => versions[id] && id !== 'cronomapa' && id !== 'vis-clustered')
    .map(({id, name}) => `${name} ${versions[id]}`);
  const about = `${results.date.slice(0, 10)}, ${machine.processor ?? 'unknown processor'}, ${machine.cores} cores, ${machine.memoryGB} GB, Chromium ${versions.chromium}, window of ${options.viewport.width} x ${options.viewport.height}. cronomapa ${versions.cronomapa} (${versions.commit}), ${peers.join(', ')}, Leaflet ${versions.leaflet}. Medians${Object.values(options.repeats).some((n) => n > 1) ? `, in brackets least and most, of ${[...new Set(Object.entries(options.repeats).map(([, n]) => n))].join(' or ')} runs` : ' of one run'}.`;

  const limits = tools
    .filter(({limit, why}) => limit && why)
    .map(({name, limit, why}) => `${name} not beyond ${grouped(limit)}: ${why}`);
  const notes = [`–: not measured: given up at fewer events, or known to be too slow.`, ...limits].join(' ');

  const sections = [
    ['Time until ready', bySize('ready', ms), notes],
    ['Time until the first marks show', bySize('marks', ms)],
    ['Blocked: what of the tasks of the main thread went beyond 50 ms, added up', bySize('blocking', ms)],
    [`Transferred until ready at ${grouped(small)} events, gzip`, transfer],
    ['JavaScript heap after collection, buffers included', bySize('heap', MB)],
    any('memory') && [
      'Memory of page and workers after collection, as the browser counts it',
      bySize('memory', MB),
    ],
    ['DOM nodes, those in shadow roots included', bySize('nodes', grouped)],
    frameRows(1, options.sizes).length > 0 && [
      '95th percentile of frame times in scripted gestures (16.7 ms is every frame of the screen)',
      frames(1, options.sizes),
    ],
    ...(options.slowed.length > 0
      ? [
          [
            `Processor slowed ${SLOW} times: time until ready`,
            bySize('ready', ms, {sizes: options.slowed, slow: SLOW}),
          ],
          [
            `Processor slowed ${SLOW} times: blocked`,
            bySize('blocking', ms, {sizes: options.slowed, slow: SLOW}),
          ],
          frameRows(SLOW, options.slowed).length > 0 && [
            `Processor slowed ${SLOW} times: 95th percentile of frame times`,
            frames(SLOW, options.slowed),
          ],
        ]
      : []),
    ['What each file of cronomapa weighs', chunkTable],
    weights.parts.length > 0 && [
      'What each part of it weighs: its share of the minified code of its file',
      weightTable,
    ],
  ].filter(Boolean);

  const markdown = `<!-- Written by npm run bench. -->\n\n${about}\n\n${sections
    .map(([title, body, note]) => `**${title}**\n\n${body}\n${note ? `\n${note}\n` : ''}`)
    .join('\n')}`;
  return {
    text: `${about}\n\n${sections.map(([title, body, note]) => `${title}\n${body}${note ? `\n${note}` : ''}`).join('\n\n')}`,
    markdown,
    picture: draw(results, summary),
    summary,
  };
}

const COLOURS = {
  cronomapa: ['#b3261e', '#ff8a80'],
  timelinejs: ['#7a5c00', '#e0b84c'],
  'vis-timeline': ['#0b5cad', '#7db8f5'],
  'vis-clustered': ['#00707a', '#5fd0d8'],
  markercluster: ['#1b6e3c', '#6fce94'],
  'leaflet-timeline': ['#6a3fa0', '#c3a1f0'],
};

/** Line chart of time until ready by number of events, with logarithmic axes and labels at the ends of the lines. */
function draw({tools, options, date, machine, versions}, summary) {
  const [width, height] = [810, 460];
  const plot = {left: 62, right: 570, top: 64, bottom: 400};
  const cap = options.capSeconds * 1000;
  const cells = summary.filter(({slow, metrics, late}) => slow === 1 && (metrics.ready || late));
  const sizes = [...new Set(cells.map(({events}) => events))].sort((a, b) => a - b);
  const times = cells.map(({metrics}) => metrics.ready?.min ?? cap);
  const [from, to] = [Math.log10(sizes[0] ?? 10), Math.log10(sizes.at(-1) ?? 100) || 1];
  const low = Math.floor(Math.log10(Math.min(...times, 100)) + 1e-9);
  const high = Math.log10(cap * 1.25);
  const x = (n) =>
    plot.left + ((Math.log10(n) - from) / Math.max(to - from, 1e-9)) * (plot.right - plot.left);
  const y = (time) => plot.bottom - ((Math.log10(time) - low) / (high - low)) * (plot.bottom - plot.top);
  const at = (value) => value.toFixed(1);
  const short = (time) => (time < 1000 ? `${time} ms` : `${time / 1000} s`);

  const ticks = [];
  for (let power = low; 10 ** power < cap / 1.5; power++) ticks.push(10 ** power);
  const grid = [
    ...ticks.map(
      (time) =>
        `<path class="grid" d="M${plot.left} ${at(y(time))}H${plot.right}"/><text x="${plot.left - 8}" y="${at(y(time) + 4)}" text-anchor="end">${short(time)}</text>`,
    ),
    `<path class="cap" d="M${plot.left} ${at(y(cap))}H${plot.right}"/><text x="${plot.left - 8}" y="${at(y(cap) + 4)}" text-anchor="end">${short(cap)}</text>`,
    ...sizes.map(
      (n) => `<text x="${at(x(n))}" y="${plot.bottom + 20}" text-anchor="middle">${grouped(n)}</text>`,
    ),
  ];

  const ends = [];
  const lines = tools.map(({id, name, shows}) => {
    const own = cells.filter(({tool}) => tool === id).sort((a, b) => a.events - b.events);
    if (own.length === 0) return '';
    const points = own.map(({events, metrics}) => ({
      n: events,
      time: metrics.ready?.median ?? cap,
      ...metrics.ready,
      late: !metrics.ready,
    }));
    const last = points.at(-1);
    const end = `${last.late ? `over ${short(cap)}` : ms(last.time)}${last.n < sizes.at(-1) ? ` at ${grouped(last.n)}${last.late ? '' : '; not run beyond'}` : ''}`;
    ends.push({id, name, shows, n: last.n, end, x: x(last.n), y: y(last.time)});
    return `<g class="${id}">
<path class="line" d="M${points.map(({n, time}) => `${at(x(n))} ${at(y(time))}`).join('L')}"/>
${points
  .map(({n, time, min, max, late}) =>
    late
      ? `<path class="dot" d="M${at(x(n) - 5)} ${at(y(time) + 4)}h10l-5 -9z"/>`
      : `${max > min * 1.02 ? `<path class="spread" d="M${at(x(n))} ${at(y(min))}V${at(y(max))}"/>` : ''}<circle class="dot" cx="${at(x(n))}" cy="${at(y(time))}" r="3.5"/>`,
  )
  .join('\n')}
</g>`;
  });

  // Labels in the order of the line ends, at least two lines apart; a dotted leader connects displaced ones.
  ends.sort((a, b) => a.y - b.y);
  const gap = 38;
  let free = plot.top - 8;
  for (const end of ends) {
    end.at = Math.max(end.y, free);
    free = end.at + gap;
  }
  let ceiling = plot.bottom + 8;
  for (const end of ends.toReversed()) {
    end.at = Math.min(end.at, ceiling);
    ceiling = end.at - gap;
  }
  const left = plot.right + 18;
  const labels = ends.map(
    ({
      id,
      x,
      y,
      at: middle,
      name,
      end,
    }) => `<g class="${id}"><path class="leader" d="M${at(x + 6)} ${at(y)}H${Math.max(plot.right + 4, x + 6)}L${left - 4} ${at(middle - 3)}"/>
<text class="name" x="${left}" y="${at(middle)}">${name}</text>
<text x="${left}" y="${at(middle + 14)}">${end}</text></g>`,
  );

  const colours = (index) =>
    Object.entries(COLOURS)
      .map(([id, pair]) => `.${id}{--c:${pair[index]}}`)
      .join('');
  const title = 'Time until ready, by number of events';
  const words = `cronomapa draws map, timeline and range, linked; the others one of them. ${date.slice(0, 10)}, ${machine.cores} cores, Chromium ${versions.chromium.split('.')[0]}.`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">${title}</title>
<desc id="desc">${ends.map(({name, shows, n, end}) => `${name} (${shows}): ${end} at ${grouped(n)} events`).join('. ')}.</desc>
<style>
svg{--text:#1a1a1a;--quiet:#595959;--line:#ddd;--paper:#fff;font:12px system-ui,sans-serif}${colours(0)}
@media (prefers-color-scheme:dark){svg{--text:#eee;--quiet:#aaa;--line:#3a3a3a;--paper:#0d1117}${colours(1)}}
text{fill:var(--quiet)}.title{fill:var(--text);font-size:15px;font-weight:600}.name{fill:var(--c);font-weight:600;font-size:13px}.cronomapa .name{font-weight:700}
.paper{fill:var(--paper)}.grid{stroke:var(--line)}.cap{stroke:var(--quiet);stroke-dasharray:2 4}
.line,.spread,.leader{fill:none;stroke:var(--c)}.line{stroke-width:2;stroke-linejoin:round}.cronomapa .line{stroke-width:3}.spread{stroke-width:5;opacity:.35}.leader{stroke-dasharray:1 3}.dot{fill:var(--c)}
</style>
<rect class="paper" width="${width}" height="${height}"/>
<text class="title" x="16" y="26">${title}</text>
<text x="16" y="45">${words}</text>
${grid.join('\n')}
<text x="${(plot.left + plot.right) / 2}" y="${plot.bottom + 42}" text-anchor="middle">events (both scales logarithmic)</text>
${lines.reverse().join('\n')}
${labels.join('\n')}
</svg>
`;
}
