import {nothing, svg} from 'lit';
import {guard} from 'lit/directives/guard.js';
import type {Overlay} from '../../core/dataset/index.js';
import {isRoute, type PathText} from '../../core/overlays/index.js';
import {categoryClass, domId, shapePath, tokens} from '../base/index.js';
import {repeat} from '../base/repeat.js';
import {type OverlayFrame, TILE, textureTransform} from './overlay-frame.js';
import {MARK_SCALE, type MarksText} from './overlay-marks.js';

/** Shapes and lines in view, and what is to be seen of them. */
export interface DrawnOverlay {
  readonly overlay: Overlay;
  /** Number of its category, -1 for none. */
  readonly category: number;
  readonly text: PathText;
  readonly marks: MarksText;
  /** In words: of those that are drawn by themselves. */
  readonly nameIn: () => string;
  readonly isSelected: boolean;
  readonly isDimmed: boolean;
  /** The keys are at it. */
  readonly isActive: boolean;
}

/** Precisions from which on it is not known where a line runs, but only about where. */
const isVague = ({precision}: Overlay): boolean =>
  precision === 'district' || precision === 'region' || precision === 'country';

/** The id of what the keys are at. */
export const optionId = (id: string): string => domId('overlay', id);

const textureId = (category: number) => `texture-${category < 0 ? 0 : (category % 8) + 1}`;

/** The group of all, which moves with the map; what is in it is drawn anew when one of the values is another. */
export const drawGroup = (
  name: string,
  frame: OverlayFrame,
  values: readonly unknown[],
  draw: () => unknown,
) =>
  svg`<g class="overlays" role="group" aria-label=${name} transform=${`translate(${frame.corner})`}>${guard([...values], draw)}</g>`;

/** Shapes and routes one by one, and what is too many of them merged: that can be seen, and is in the list. */
export function drawOverlays(
  drawn: readonly DrawnOverlay[],
  merged: readonly DrawnOverlay[],
  frame: OverlayFrame,
) {
  const areas = new Set([...drawn, ...merged].filter(({text}) => text.areas).map(({category}) => category));
  return svg`
    <defs>${[...areas].map((category) => drawTexture(category, frame))}</defs>
    ${drawMerged(merged, frame)}
    ${repeat(
      drawn,
      ({overlay}) => overlay.id,
      (each) => drawOverlay(each, frame),
    )}`;
}

/** The marks of a category, in rows, on a tint of its colour. */
function drawTexture(category: number, frame: OverlayFrame) {
  const third = TILE / 4;
  return svg`<pattern id=${textureId(category)} class=${`texture ${categoryClass(category)}`} width=${TILE} height=${TILE}
    patternUnits="userSpaceOnUse" patternTransform=${textureTransform(frame)}>
    <rect class="tint" width=${TILE} height=${TILE}></rect>
    <path class="grain" transform="scale(0.5)" d=${shapePath(category, 2 * third, 2 * third) + shapePath(category, 6 * third, 6 * third)}></path>
  </pattern>`;
}

function drawOverlay(each: DrawnOverlay, frame: OverlayFrame) {
  const {overlay, category, text, marks, nameIn, isSelected, isDimmed, isActive} = each;
  const noun = isRoute(overlay) ? 'route' : 'shape';
  const states = [isSelected && 'selected', isDimmed && 'dimmed'].filter((word) => word !== false);
  const part = [noun, ...states.map((word) => `${noun}-${word}`)].join(' ');
  const classes = ['overlay', ...states, isVague(overlay) && 'vague', categoryClass(category)];
  const scale = `scale(${frame.scale})`;
  const all = text.areas + text.lines;
  return svg`<g part=${part} class=${tokens(classes)} role="option" id=${optionId(overlay.id)} data-id=${overlay.id}
    aria-selected=${isSelected} aria-label=${nameIn()}>
    ${text.lines ? svg`<path class="reach" transform=${scale} d=${text.lines}></path>` : nothing}
    ${isActive ? svg`<path class="halo" transform=${scale} d=${all}></path>` : nothing}
    ${isVague(overlay) ? svg`<path class="soft" transform=${scale} d=${all}></path>` : nothing}
    ${text.areas ? svg`<path class="fill" transform=${scale} fill=${`url(#${textureId(category)})`} d=${text.areas}></path>` : nothing}
    <path class="line" transform=${scale} d=${all}></path>
    ${marks.shapes ? svg`<path class="shapes" transform=${`scale(${MARK_SCALE})`} d=${marks.shapes}></path>` : nothing}
    ${marks.arrows ? svg`<path class="arrows" d=${marks.arrows}></path>` : nothing}
  </g>`;
}

/** One path for all of a category. */
function drawMerged(merged: readonly DrawnOverlay[], frame: OverlayFrame) {
  const groups = new Map<string, {readonly classes: string; d: string}>();
  for (const {category, isDimmed, text} of merged) {
    const classes = tokens(['overlay', isDimmed && 'dimmed', categoryClass(category)]);
    const group = groups.get(classes) ?? {classes, d: ''};
    group.d += text.areas + text.lines;
    groups.set(classes, group);
  }
  return [...groups.values()].map(
    ({classes, d}) => svg`<g class=${classes} aria-hidden="true">
      <path class="line" transform=${`scale(${frame.scale})`} d=${d}></path>
    </g>`,
  );
}
