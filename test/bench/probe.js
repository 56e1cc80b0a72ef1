/**
 * Runs in the page before its own scripts. A page sets `bench.ready` to a function once its tool reports that it is
 * ready, or sets `bench.failed`.
 */
(() => {
  const WAIT = 1000;
  const bench = {ready: () => false, failed: undefined, blocking: 0, longTasks: 0};
  window.bench = bench;

  new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries()) {
      bench.blocking += duration - 50;
      bench.longTasks++;
    }
  }).observe({type: 'longtask', buffered: true});

  /**
   * Resolves a path of hosts to the document or shadow root: `[]` is the page, `['a', 'b']` the shadow root of b in
   * that of a.
   */
  const rootsOf = (hosts) =>
    hosts.reduce(
      (roots, host) =>
        roots.flatMap((root) => [...root.querySelectorAll(host)].flatMap(({shadowRoot}) => shadowRoot ?? [])),
      [document],
    );
  bench.find = ({hosts = [], selector}) => {
    for (const root of rootsOf(hosts)) {
      const found = root.querySelector(selector);
      if (found) return found;
    }
    return undefined;
  };
  bench.count = ({hosts = [], selector}) =>
    rootsOf(hosts).reduce((sum, root) => sum + root.querySelectorAll(selector).length, 0);

  /** Resolves after the current frame is drawn. */
  const painted = () =>
    new Promise((resolve) => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(0);
    });

  /**
   * Measures when each of `marks` exists and when the tool reports that it is ready: the end of the first frame for
   * which each holds, since navigation. Resolves after one further second without a long task.
   */
  bench.watch = (marks) =>
    new Promise((resolve, reject) => {
      const times = {};
      const frame = () => {
        if (bench.failed) return reject(new Error(bench.failed));
        const shown = marks.every((mark) => bench.find(mark));
        if (shown && times.marks === undefined) {
          times.marks = Number.NaN;
          painted().then((at) => {
            times.marks = at;
          });
        }
        if (!(shown && bench.ready())) return requestAnimationFrame(frame);
        painted().then((at) => {
          times.ready = at;
          let seen = -1;
          const quiet = () => {
            if (seen === bench.longTasks) return resolve({...times, blocking: bench.blocking});
            seen = bench.longTasks;
            setTimeout(quiet, WAIT);
          };
          quiet();
        });
      };
      requestAnimationFrame(frame);
    });

  /** All nodes of the page, including shadow roots. */
  bench.nodes = () => {
    const walk = (node) => {
      let sum = 1 + (node.shadowRoot ? walk(node.shadowRoot) : 0);
      for (let child = node.firstChild; child; child = child.nextSibling) sum += walk(child);
      return sum;
    };
    return walk(document);
  };

  let frames;
  const record = (time) => {
    if (!frames) return;
    frames.push(time);
    requestAnimationFrame(record);
  };
  bench.record = () => {
    frames = [];
    requestAnimationFrame(record);
  };
  /** Frame times since `record`, in milliseconds. */
  bench.frames = () => {
    const times = frames.slice(1).map((time, i) => time - frames[i]);
    frames = undefined;
    return times;
  };
  bench.frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve()));
})();
