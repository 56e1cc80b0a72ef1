/**
 * Positions items of given widths without overlap between `low` and `high`, keeping their order and minimizing their
 * displacement. If they do not fit, all are squeezed by the same factor. Returns their centres.
 */
export function dodge(
  wishes: readonly {readonly at: number; readonly width: number}[],
  low: number,
  high: number,
): readonly number[] {
  const total = wishes.reduce((sum, {width}) => sum + width, 0);
  const squeeze = total > high - low ? (high - low) / total : 1;
  const offsets: number[] = [];
  let offset = 0;
  for (const {width} of wishes) {
    offsets.push(offset + (width * squeeze) / 2);
    offset += width * squeeze;
  }
  // Merge overlapping neighbours into blocks at the mean of their wishes.
  const blocks: {sum: number; count: number}[] = [];
  wishes.forEach(({at}, i) => {
    let block = {sum: at - (offsets[i] ?? 0), count: 1};
    for (let last = blocks.at(-1); last && last.sum / last.count > block.sum / block.count; ) {
      block = {sum: last.sum + block.sum, count: last.count + block.count};
      blocks.pop();
      last = blocks.at(-1);
    }
    blocks.push(block);
  });
  const room = Math.max(low, high - offset);
  return blocks
    .flatMap(({sum, count}) => Array.from({length: count}, () => sum / count))
    .map((start, i) => Math.min(Math.max(start, low), room) + (offsets[i] ?? 0));
}
