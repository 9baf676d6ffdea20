// The page works without this. It says what htmx has no attribute for: that a request
// failed, and that an older request must not overwrite a newer page.
(() => {
  let restoring;

  const say = (trouble) => {
    for (const element of document.querySelectorAll('[data-trouble]')) {
      element.hidden = trouble === null || ![trouble, 'any'].includes(element.dataset.trouble);
    }
  };

  const on = (event, listener) => document.addEventListener('htmx:' + event, listener);

  on('afterRequest', (event) => event.detail.successful && say(null));
  on('responseError', (event) => say(event.detail.xhr.status === 429 ? 'limit' : 'server'));
  on('sendError', () => say('network'));
  on('timeout', () => say('network'));

  // Back and forward: only the last one counts, and what was being asked for is void.
  on('historyCacheMiss', (event) => {
    restoring?.abort();
    restoring = event.detail.xhr;
    restoring.onerror = () => location.reload();
    htmx.trigger('#questions', 'htmx:abort');
  });
  on('historyRestore', () => { restoring = undefined; });
  // An answer given just before may still be waiting to be sent: it belongs to the page that is left.
  on('beforeRequest', (event) => restoring && event.preventDefault());
  on('historyCacheMissLoadError', () => location.reload());
})();
