/**
 * Composes screenshots side by side, row by row, into a WebP of its bytes.
 *
 * @param page of a browser, which does the drawing
 * @param rows PNG files; those of a column are as wide, those of a row as high
 */
export async function compose(page, rows, {gap = 32, scale = 0.5, quality = 0.8} = {}) {
  const addresses = rows.map((row) => row.map((png) => `data:image/png;base64,${png.toString('base64')}`));
  return Buffer.from(await page.evaluate(draw, {rows: addresses, gap, scale, quality}), 'base64');
}

/** Runs in the page. */
async function draw({rows, gap, scale, quality}) {
  const load = async (src) => {
    const image = Object.assign(new Image(), {src});
    await image.decode();
    return image;
  };
  const images = await Promise.all(rows.map((row) => Promise.all(row.map(load))));
  const sum = (sizes) => sizes.reduce((all, size) => all + size + gap, -gap);
  const canvas = Object.assign(document.createElement('canvas'), {
    width: sum(images[0].map(({width}) => width)) * scale,
    height: sum(images.map(([{height}]) => height)) * scale,
  });
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#808080';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  let y = 0;
  for (const row of images) {
    let x = 0;
    for (const image of row) {
      context.drawImage(image, x, y);
      x += image.width + gap;
    }
    y += row[0].height + gap;
  }
  return canvas.toDataURL('image/webp', quality).split(',')[1];
}
