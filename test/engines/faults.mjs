/**
 * Checks of faults.html: stories of bad input and in bad surroundings, one after another, as a reader of this engine meets
 * them. Runs in any engine; that nothing is asked of another server is seen by the driver.
 *
 * @typedef {import('./stress.mjs').Page} Page
 */

/** Runs in the page. */
const work = async () => {
  const problems = [];
  let name = '';
  const hold = (isSo, what) => isSo || problems.push(`${name}: ${what}`);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  /** Polls for as long as a slow machine may need. */
  const until = async (check, what) => {
    const end = performance.now() + 20_000;
    while (performance.now() < end) {
      if (check()) return true;
      await frame();
    }
    hold(false, what());
    return false;
  };
  const main = document.querySelector('main');
  const wordsOf = (node) => node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const find = (element, selector) => element.shadowRoot?.querySelector(selector) ?? null;
  const isSeen = (node) => node !== null && node.getBoundingClientRect().height > 0;

  const place = (tags, attributes) => {
    const story = document.createElement('crono-story');
    for (const [key, value] of Object.entries(attributes)) story.setAttribute(key, value);
    story.append(...tags.map((tag) => document.createElement(tag)));
    main.replaceChildren(story);
    return story;
  };
  const show = async (tags, data, attributes = {}) => {
    const story = place(tags, attributes);
    story.data = {cronomapa: 1, language: 'en', title: 'The flood', ...data};
    await story.ready;
    return [story, ...story.children];
  };

  const flood = {
    places: [
      {id: 'up', name: 'Upper town', lat: 47.2, lon: 11.1, precision: 'site'},
      {id: 'down', name: 'Lower town', lat: 47.9, lon: 12.9, precision: 'site'},
    ],
    events: ['01', '08', '15', '22'].map((day, i) => ({
      id: `e${i}`,
      date: `2021-07-${day}`,
      title: `The river at ${i} metres`,
      places: [i % 2 ? 'up' : 'down'],
    })),
  };

  const cases = {
    async 'a film, a sound or a picture that is none'() {
      const page = new URL('faults.html', location.href).href;
      const video = 'https://www.youtube.com/watch?v=abc';
      for (const [type, src, sentence] of [
        ['image', page, 'The picture could not be shown.'],
        ['video', page, 'The film could not be shown.'],
        ['audio', page, 'The recording could not be played.'],
        ['video', video, 'The film could not be shown.'],
      ]) {
        const media = [{type, src, alt: 'The bridge'}];
        const data = {events: [{id: 'e', date: '2021', title: 'The bridge', media}]};
        const [, card] = await show(['crono-card'], data, {selected: 'e'});
        const notice = () => wordsOf(find(card, '.media [part~=notice]'));
        const wanted = `The bridge ${sentence} ${src.replace(/^https?:\/\//, '')}`;
        await until(
          () => notice().startsWith(wanted),
          () => `of a ${type} at ${src} it says "${notice()}"`,
        );
        hold(!isSeen(find(card, 'img, video, audio')), `a ${type} at ${src} is there beside its sentence`);
      }
    },

    async 'what is on another server is asked for first'() {
      const data = {...flood, basemap: 'http://elsewhere.example/world.json'};
      const [, map] = await show(['crono-map'], data);
      const asked = () => wordsOf(find(map, '[part~=consent]'));
      await until(
        () => asked().includes('elsewhere.example'),
        () => `a basemap: "${asked()}"`,
      );
    },

    async 'Escape that undoes nothing is left to the page'() {
      const [story, timeline, map, range] = await show(['crono-timeline', 'crono-map', 'crono-range'], flood);
      range.scrollIntoView();
      dispatchEvent(new Event('crono-arrive'));
      for (const [view, selector] of [
        [timeline, '[role=listbox]'],
        [map, '.frame svg'],
        [range, '[role=slider]'],
      ]) {
        if (
          !(await until(
            () => find(view, selector),
            () => `${view.localName} is not drawn`,
          ))
        )
          continue;
        const options = {key: 'Escape', bubbles: true, composed: true, cancelable: true};
        const event = new KeyboardEvent('keydown', options);
        find(view, selector).focus();
        find(view, selector).dispatchEvent(event);
        hold(!event.defaultPrevented, `${view.localName} takes it`);
      }
      hold(story.snapshot.selected === null, 'something is selected');
    },

    async 'a drag whose end was not told ends'() {
      const [story, timeline] = await show(['crono-timeline'], flood);
      const mark = () => find(timeline, '[data-id="e1"] .hit') ?? find(timeline, '.mark[data-id="e1"]');
      if (!(await until(mark, () => 'the timeline is not drawn'))) return;
      story.dispatch({type: 'range', range: {start: Date.UTC(2021, 6, 5), end: Date.UTC(2021, 6, 20)}});
      const drawing = find(timeline, 'svg[role=listbox]');
      const {left, top, width, height} = drawing.getBoundingClientRect();
      const send = (type, x, buttons) =>
        drawing.dispatchEvent(
          new PointerEvent(type, {
            bubbles: true,
            composed: true,
            cancelable: true,
            isPrimary: true,
            pointerId: 1,
            pointerType: 'mouse',
            button: type === 'pointermove' ? -1 : 0,
            buttons,
            clientX: left + width / 2 + x,
            clientY: top + height / 2,
          }),
        );
      // What moves it is fetched when it is first moved.
      const start = story.snapshot.range?.start;
      await until(
        () => {
          send('pointerdown', 0, 1);
          send('pointermove', 40, 1);
          send('pointermove', 80, 1);
          return story.snapshot.range?.start !== start;
        },
        () => 'the timeline is not dragged',
      );
      for (let i = 0; i < 3; i++) await frame();
      // Away from the ends, where it could not be dragged any further: with a button it goes on from here.
      const middle = {start: Date.UTC(2021, 6, 10), end: Date.UTC(2021, 6, 14)};
      for (const [buttons, isToMove] of [
        [1, true],
        [0, false],
      ]) {
        story.dispatch({type: 'range', range: middle});
        for (let i = 0; i < 3; i++) await frame();
        send('pointermove', buttons ? 100 : 120, buttons);
        send('pointermove', buttons ? 110 : 140, buttons);
        for (let i = 0; i < 3; i++) await frame();
        hold(
          (story.snapshot.range?.start !== middle.start) === isToMove,
          isToMove ? 'the timeline is not dragged further' : 'it goes on without a button',
        );
      }
      story.dispatch({type: 'range', range: null});
      await until(mark, () => 'the mark is gone');
      send('pointerdown', 0, 1);
      send('pointerup', 0, 0);
      // As a reader's events come, in tasks of their own.
      await frame();
      mark().dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
      await until(
        () => story.snapshot.selected === 'e1',
        () => 'the next click is eaten',
      );
    },

    async 'in the hour that occurs twice the earlier instant is first'() {
      const [, list] = await show(['crono-list'], {
        timeZone: 'America/New_York',
        events: [
          {id: 'b', date: '2024-11-03T01:15-05:00', title: 'Second'},
          {id: 'a', date: '2024-11-03T01:30-04:00', title: 'First'},
        ],
      });
      dispatchEvent(new Event('crono-arrive'));
      const titles = () => [...(list.shadowRoot?.querySelectorAll('.title') ?? [])].map(wordsOf).join();
      await until(
        () => titles() === 'First,Second',
        () => `the list says ${titles()}`,
      );
    },

    async 'half a surrogate pair in an id breaks no view'() {
      const id = '\ud83d';
      const [story, timeline, map, card] = await show(
        ['crono-timeline', 'crono-map', 'crono-card'],
        {
          places: [{id, name: 'Town', lat: 47, lon: 11, precision: 'site'}],
          events: [{id, date: '2021', title: 'Half', places: [id]}],
        },
        {selected: id},
      );
      await until(
        () => find(timeline, '[role=option]') ?? story.snapshot.counts.events === 0,
        () => 'no mark',
      );
      story.data = {cronomapa: 1, language: 'en', title: 'The flood', ...flood};
      await until(
        () => story.snapshot.counts.events > 1,
        () => 'good data after it do not come',
      );
      story.dispatch({type: 'select', id: 'e1'});
      await until(
        () => find(timeline, '[data-id="e1"]'),
        () => 'good data after it have no mark',
      );
      await until(
        () => find(map, '.place, .cluster'),
        () => 'good data after it have no place',
      );
      await until(
        () => wordsOf(find(card, '[part~=title]')) !== '',
        () => 'good data after it have no card',
      );
    },

    async 'an address that cannot be had ends in a sentence and a way to try again'() {
      for (const src of ['http://[', '//', '/faults.html']) {
        const story = place(['crono-timeline'], {src});
        await until(
          () => story.snapshot?.status === 'error',
          () => `of ${src} nothing is said`,
        );
        await until(
          () => isSeen(find(story, '[part~=retry]')),
          () => `${src} is not tried again`,
        );
      }
    },

    async 'a router goes on to know its address'() {
      history.replaceState(null, '', '#/story/1');
      const [story] = await show(['crono-timeline'], flood, {permalink: ''});
      story.dispatch({type: 'select', id: 'e1'});
      await until(
        () => location.hash.includes('e1'),
        () => `the address is ${location.hash}`,
      );
      hold(location.hash.startsWith('#/story/1'), `the address is ${location.hash}`);
    },
  };

  for (const [each, check] of Object.entries(cases)) {
    name = each;
    try {
      await check();
    } catch (error) {
      hold(false, String(error?.stack ?? error));
    }
  }
  main.replaceChildren();
  return problems;
};

/** @param {Page} page @returns {Promise<string[]>} what is wrong */
export const readFaults = (page) => page.evaluate(work);
