const story = document.querySelector('#birds');
const size = document.querySelector('#size');
const told = document.querySelector('#told');
const count = () => 10 ** (Number(size.value) + 1);
const words = (number) => number.toLocaleString('en');

for (let i = 0; i <= Number(size.max); i++)
  document.querySelector('#sizes').append(new Option(words(10 ** (i + 1)), String(i)));

let worker;
let address;

/** Has the events made, and shown; what was asked for before is let go. */
function show() {
  const number = count();
  worker?.terminate();
  worker = new Worker('stress-data.js', {type: 'module'});
  told.textContent = `Making ${words(number)} events…`;
  worker.addEventListener('message', ({data: blob}) => {
    worker.terminate();
    const before = address;
    address = URL.createObjectURL(blob);
    const from = performance.now();
    const done = () => {
      if (story.snapshot.progress !== null) return;
      story.removeEventListener('crono-load', done);
      const seconds = ((performance.now() - from) / 1000).toLocaleString('en', {maximumFractionDigits: 1});
      const megabytes = (blob.size / 1e6).toLocaleString('en', {maximumFractionDigits: 1});
      told.textContent = `${words(number)} events, ${megabytes} MB, read in ${seconds} s`;
    };
    story.addEventListener('crono-load', done);
    told.textContent = `Reading ${words(number)} events…`;
    story.src = address;
    if (before) URL.revokeObjectURL(before);
  });
  worker.postMessage(number);
}

const say = () => {
  told.textContent = `${words(count())} events`;
  size.setAttribute('aria-valuetext', `${words(count())} events`);
};
size.addEventListener('input', say);
size.addEventListener('change', show);
// `?events=1000000` begins with so many.
const asked = Number(new URLSearchParams(location.search).get('events'));
if (asked >= 10) size.value = String(Math.round(Math.log10(asked)) - 1);
say();
show();
