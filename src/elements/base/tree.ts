/** The next node that an event bubbles to, crossing shadow roots. */
export const parentOf = (node: Node): Node | null => node.parentNode ?? (node as ShadowRoot).host ?? null;

/** Whether an event from `node` bubbles through `ancestor`. */
export function isWithin(node: Node, ancestor: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf(at)) {
    if (at === ancestor) return true;
  }
  return false;
}
