/** What an event from a node comes to next, shadow roots included. */
export const parentOf = (node: Node): Node | null => node.parentNode ?? (node as ShadowRoot).host ?? null;

/** Whether an event from `node` bubbles through `ancestor`. */
export function isWithin(node: Node, ancestor: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf(at)) {
    if (at === ancestor) return true;
  }
  return false;
}
