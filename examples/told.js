// A told page: which views stand beside each step, and the same steps as slides where the address asks for them.
const steps = document.querySelector('crono-steps');
const layout = new URLSearchParams(location.search).has('slides') ? 'slides' : 'scroll';
steps.setAttribute('layout', layout);
document.querySelector(`[data-layout="${layout}"]`).setAttribute('aria-current', 'true');

const views = [...steps.querySelectorAll('[data-steps]')];
/** Before the first step and after the last stand those that the page begins with. */
const first = views.filter(({hidden}) => !hidden);
/** What a keyboard is in stays until it goes on: the focus is not taken from a reader whose Tab has moved the page. */
const hasFocus = (view) => view.shadowRoot?.activeElement?.matches(':focus-visible');
steps.closest('crono-story').addEventListener('crono-request', ({action}) => {
  if (action.type !== 'step') return;
  const id = action.view.step?.id;
  for (const view of views)
    view.hidden =
      !(id ? view.dataset.steps.split(' ').includes(id) : first.includes(view)) && !hasFocus(view);
});
