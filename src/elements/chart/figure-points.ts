import {nothing, svg} from 'lit';
import {
  type ChartMark,
  type ChartPanelLayout,
  footPath,
  hundredths,
  openPath,
  whiskerPath,
} from '../../core/layout/index.js';
import {categoryClass, shapePath, tokens} from '../base/index.js';
import {type ChartContext, pointId} from './chart-context.js';

/** Radius of the unscaled shapes, in pixels. */
const SHAPE_RADIUS = 5.4;
/** Scale of active and selected marks. */
const RAISED = 1.25;

/** Draws the mark of a figure, an option of the listbox: shape, bar, whisker for the date, arrow for an open value. */
export function drawPoint(mark: ChartMark, {curves, base}: ChartPanelLayout, context: ChartContext) {
  const {id, about, selected} = mark;
  const curve = curves[mark.series];
  const number = context.number(curve?.id ?? '');
  const isActive = id === context.active;
  const scale = hundredths((curve?.radius ?? 4) / SHAPE_RADIUS) * (isActive || selected ? RAISED : 1);
  const parts = ['point', selected && 'point-selected', isActive && 'point-active'];
  const classes = [
    'point',
    categoryClass(number),
    !context.isFilled(id) && 'hollow',
    about && 'about',
    selected && 'selected',
    isActive && 'active',
  ];
  return svg`<g id=${pointId(id)} part=${tokens(parts)} class=${tokens(classes)} role="option"
    aria-selected=${selected} aria-label=${context.name(id)} data-id=${id} data-shape=${number % 8}>
    ${mark.bar ? drawBar(mark, mark.bar, base) : nothing}
    ${mark.wide ? svg`<path class="whisker" d=${whiskerPath(mark)}></path>` : nothing}
    ${mark.open ? svg`<path class="open" d=${openPath(mark)}></path>` : nothing}
    ${isActive ? drawRing(mark) : nothing}
    <path class="body" transform=${`translate(${hundredths(mark.x)},${hundredths(mark.y)}) scale(${scale})`} d=${shapePath(number)}></path>
  </g>`;
}

/** Draws a bar, with a line from its foot to its date if displaced. */
function drawBar(mark: ChartMark, bar: NonNullable<ChartMark['bar']>, base: number) {
  const foot = footPath(mark, base);
  return svg`<rect part="bar" class="bar" x=${hundredths(bar.x)} y=${hundredths(bar.y)}
      width=${hundredths(bar.width)} height=${hundredths(bar.height)}></rect>
    ${foot ? svg`<path class="foot" d=${foot}></path>` : nothing}`;
}

const drawRing = ({x, y}: ChartMark) =>
  svg`<circle class="ring" cx=${hundredths(x)} cy=${hundredths(y)} r="9"></circle>`;
