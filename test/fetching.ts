/** How many files that were asked for have not come yet; it stands before any test, so that none finds another `fetch`. */
let onTheirWay = 0;
const {fetch: fetchFile} = globalThis;
globalThis.fetch = async (...request) => {
  onTheirWay++;
  try {
    return await fetchFile(...request);
  } finally {
    onTheirWay--;
  }
};

export const countOnTheirWay = () => onTheirWay;
