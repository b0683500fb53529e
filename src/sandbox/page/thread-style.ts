/** The style for threads, added to that of every local page. */
export const THREAD_STYLE = `
.thread { background: var(--card); border: 1px solid var(--line); border-radius: 14px; margin: 0 0 1rem; padding: 1rem 1rem .25rem; }
.thread > header { display: flex; flex-wrap: wrap; gap: .1rem .8rem; justify-content: space-between; color: var(--soft); font-size: .82rem; margin-bottom: .8rem; }
.post { position: relative; display: grid; grid-template-columns: 2.5rem minmax(0, 1fr); column-gap: .75rem; padding-bottom: 1rem; }
.post:not(:last-child)::before { content: ""; position: absolute; left: 1.2rem; top: 2.75rem; bottom: .1rem; width: 2px; background: var(--thread); border-radius: 1px; }
.post:target, .post.chosen { outline: 2px solid var(--fill); outline-offset: .35rem; border-radius: 8px; }
.face { width: 2.5rem; height: 2.5rem; border-radius: 50%; display: grid; place-items: center; font-weight: 600; color: #fff; background: #51606f; }
.face.hue-0 { background: #2c6fb5; } .face.hue-1 { background: #8a4f9e; } .face.hue-2 { background: #2e7d5b; }
.face.hue-3 { background: #a8542a; } .face.hue-4 { background: #5a5fc0; } .face.hue-5 { background: #96406a; }
.byline { display: flex; flex-wrap: wrap; gap: 0 .5rem; align-items: baseline; }
.byline b { font-weight: 650; }
.byline a, .byline span { color: var(--soft); font-size: .85rem; }
.words { margin: .15rem 0 .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.facet { color: var(--link); }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .5rem; margin: 0 0 .6rem; }
figure { margin: 0; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
figure img, figure video { display: block; width: 100%; max-height: 22rem; object-fit: contain; background: var(--ground); }
figcaption { padding: .4rem .6rem; font-size: .82rem; color: var(--soft); border-top: 1px solid var(--line); overflow-wrap: anywhere; white-space: pre-wrap; }
figcaption b { font-weight: 600; color: var(--ink); }
.facts { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem .9rem; font-size: .8rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.card { display: flex; gap: .7rem; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; margin: 0 0 .6rem; }
.card img { width: 7rem; object-fit: cover; background: var(--ground); }
.card > div { padding: .5rem .7rem; min-width: 0; }
.card p { margin: .1rem 0; font-size: .85rem; color: var(--soft); overflow-wrap: anywhere; }
.card small { color: var(--soft); overflow-wrap: anywhere; }
.post details.warning { border: 0; margin: 0; background: none; }
.warning summary { padding: .15rem 0; font-weight: 600; }
.gap { color: var(--soft); font-size: .85rem; font-style: italic; padding: 0 0 .9rem 3.25rem; margin: 0; }
`;

/** Polls every 1.5 seconds for changes, and reloads the page only then. */
export const REFRESH_SCRIPT = `
let seen = null;
async function look() {
  if (document.hidden) return;
  try {
    const { version } = await (await fetch('/sandbox/version')).json();
    if (seen !== null && version !== seen) {
      const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
      const open = [...document.querySelectorAll('details')].map((part) => part.open);
      document.querySelector('main').replaceWith(page.querySelector('main'));
      document.querySelectorAll('details').forEach((part, index) => { part.open = open[index] ?? false; });
    }
    seen = version;
  } catch {
    seen = 'gone';
  }
}
look();
setInterval(look, 1500);
`;
