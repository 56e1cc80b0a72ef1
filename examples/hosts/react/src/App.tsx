import type {CronoStory} from 'cronomapa';
import {useRef, useState} from 'react';
import {Story} from './Story';

const SRC = '/stories/caracas-releases.json';
const LARGE = '/stories/large.json';

export function App() {
  const story = useRef<CronoStory>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const [src, setSrc] = useState(SRC);
  const [renders, setRenders] = useState(0);
  const [shown, setShown] = useState(true);
  const [elsewhere, setElsewhere] = useState(false);
  const [turn, setTurn] = useState(0);
  const [last, setLast] = useState(false);
  const [dataset, setDataset] = useState<object>();

  const main = shown && (
    <Story
      key={`story ${turn}`}
      id="main"
      ref={story}
      src={src}
      selected="release-2025-12-25"
      onSelect={setSelected}
    />
  );
  const paragraphs = [
    <p key="doors">
      The doors opened on a Thursday, the day of Christmas. Sixty-five men walked out of Tocorón.
    </p>,
    <p key="others">Ten days before, Foro Penal still counted 902 political prisoners in the country.</p>,
  ];

  return (
    <article>
      <h1>Seventy-one prisoners leave three places of detention on Christmas Day</h1>
      <p>
        Selected: <output>{selected ?? 'nothing'}</output>, rendered again <span id="renders">{renders}</span>{' '}
        times
      </p>
      <p>
        <button
          type="button"
          id="select"
          onClick={() => story.current?.dispatch({type: 'select', id: 'foro-penal-2025-12-15'})}
        >
          Select the count of Foro Penal
        </button>
        <button type="button" id="render" onClick={() => setRenders(renders + 1)}>
          Render again
        </button>
        <button type="button" id="toggle" onClick={() => setShown(!shown)}>
          {shown ? 'Take the story out' : 'Put the story in'}
        </button>
        <button type="button" id="move" onClick={() => setLast(!last)}>
          Move the story among the paragraphs
        </button>
        <button type="button" id="elsewhere" onClick={() => setElsewhere(!elsewhere)}>
          Put the story elsewhere
        </button>
        <button type="button" id="again" onClick={() => setTurn(turn + 1)}>
          Begin again
        </button>
        <button type="button" id="large" onClick={() => setSrc(src === SRC ? LARGE : SRC)}>
          Another dataset
        </button>
        <button type="button" id="second" onClick={async () => setDataset(await (await fetch(SRC)).json())}>
          Add a second story
        </button>
      </p>
      <section id="text">
        {elsewhere ? paragraphs : last ? [...paragraphs, main] : [main, ...paragraphs]}
      </section>
      <aside>{elsewhere && main}</aside>
      {dataset && (
        <crono-story
          id="follower"
          dataset={dataset}
          selected={selected ?? undefined}
          oncrono-select={(event) => setSelected(event.id)}
        >
          <crono-map />
          <crono-list />
        </crono-story>
      )}
    </article>
  );
}
