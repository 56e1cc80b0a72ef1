import {stepOfSection} from '../../core/store/index.js';
import type {Chapter} from './step.js';

const titleOf = (section: HTMLElement): string =>
  section.querySelector('h1, h2, h3, h4, h5, h6')?.textContent?.trim() ?? '';

/** Reads the steps that an author wrote as sections in the page. */
export const chaptersOf = (sections: readonly HTMLElement[]): readonly Chapter[] =>
  sections.map((section, i) => {
    const step = stepOfSection(
      section.id || `step-${i + 1}`,
      (name) => section.getAttribute(name) ?? undefined,
    );
    return {step: {...step, title: titleOf(section)}, section};
  });
