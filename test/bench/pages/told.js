// Ten sections, each about a tenth of all time and one of its events: steps where there is a `crono-steps`.
const story = document.querySelector('crono-story');
story.addEventListener('crono-error', () => (bench.failed = 'crono-error'));
await customElements.whenDefined('crono-story');
await story.ready;
while ((story.snapshot.progress ?? null) !== null) await new Promise(requestAnimationFrame);

const {events} = story.snapshot;
const starts = events.spans.start;
const [first, last] = [starts[0], starts[starts.length - 1]];
const dayOf = (share) => new Date(first + (last - first) * share).toISOString().slice(0, 10);
const box = document.querySelector('crono-steps, .text');
for (let i = 0; i < 10; i++) {
  const section = document.createElement('section');
  const {id, places} = events.at(Math.floor(((i + 0.5) / 10) * events.size));
  for (const [name, value] of Object.entries({
    id: `step-${i}`,
    select: id,
    range: `${dayOf(i / 10)}/${dayOf((i + 1) / 10)}`,
    places: places.join(' '),
    zoom: 8,
  }))
    section.setAttribute(name, value);
  section.innerHTML = `<h2>Part ${i + 1}</h2><p>${'What is told here has some length, as such texts have. '.repeat(8)}</p>`;
  box.append(section);
}
const steps = document.querySelector('crono-steps');
bench.ready = () => !steps || steps.shadowRoot?.querySelectorAll('.step .said').length === 10;
