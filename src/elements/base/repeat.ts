import {type ChildPart, Directive, directive} from 'lit/directive.js';
import {getCommittedValue} from 'lit/directive-helpers.js';
import {type RepeatDirectiveFn, repeat as repeatOfLit} from 'lit/directives/repeat.js';

/** Its class, of which Lit exports the function alone. */
declare class RepeatDirective extends Directive {
  override render(...args: unknown[]): unknown;
  override update(part: ChildPart, args: unknown): unknown;
}

const {_$litDirective$} = repeatOfLit([], String) as unknown as {
  readonly _$litDirective$: typeof RepeatDirective;
};

/** Lit (3.3.3) leaves a comment, the end of its part, for each item that goes: a view that moves would grow without end. */
class Repeat extends _$litDirective$ {
  override update(part: ChildPart, args: unknown): unknown {
    const before = getCommittedValue(part);
    const result = super.update(part, args);
    if (!Array.isArray(before)) return result;
    // Parts that were moved are null.
    for (const each of before as readonly (ChildPart | null)[])
      if (each?.startNode?.parentNode === null) (each.endNode as ChildNode | null)?.remove();
    return result;
  }
}

/** Renders items by key, as Lit's directive does, and leaves nothing of those that go. */
export const repeat = directive(Repeat) as unknown as RepeatDirectiveFn;
