'use strict';
(() => {
  const scenarios = [...document.querySelectorAll('details.scenario')];
  const folds = [...document.querySelectorAll('details')];
  const setAll = (open) => {
    for (const scenario of scenarios) scenario.open = open;
  };

  const tools = document.getElementById('ferramentas');
  if (tools) {
    tools.hidden = false;
    document.getElementById('abrir').addEventListener('click', () => setAll(true));
    document.getElementById('fechar').addEventListener('click', () => setAll(false));
    const filter = document.getElementById('filtrar');
    filter.addEventListener('click', () => {
      const on = filter.getAttribute('aria-pressed') !== 'true';
      filter.setAttribute('aria-pressed', String(on));
      document.body.classList.toggle('only-not-passed', on);
    });
  }

  // A link to a scenario opens it.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
    target?.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  if (location.hash.length > 1) reveal();

  // Paper has no folds.
  let closedOnScreen = [];
  addEventListener('beforeprint', () => {
    closedOnScreen = folds.filter((fold) => !fold.open);
    for (const fold of closedOnScreen) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of closedOnScreen) fold.open = false;
  });
})();
