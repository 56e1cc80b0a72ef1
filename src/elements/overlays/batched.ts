/** A function that is called any number of times, and does once what is to be done, when the page comes to it. */
export function batched(act: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      act();
    });
  };
}
