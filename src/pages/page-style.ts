/** The style of every local page: light and dark, readable from 320 pixels up, no meaning by colour alone. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f4f5f7; --card: #fff; --ink: #16191d; --soft: #5b6570; --line: #dfe3e8; --thread: #c9d1da;
  --link: #0b63b8; --fill: #2f7dd1; --full: #b3261e; --track: #e3e8ee;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1216; --card: #181c22; --ink: #e8ebef; --soft: #9aa5b1; --line: #2a313a; --thread: #3a4450;
    --link: #7bb7f5; --fill: #5b9fe6; --full: #f2867e; --track: #2a313a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 1.25rem 1rem 4rem; }
a { color: var(--link); text-decoration: none; overflow-wrap: anywhere; }
a:hover { text-decoration: underline; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1 { font-size: 1.35rem; margin: 0; letter-spacing: -0.01em; }
h1 a { color: inherit; }
h2 { font-size: .8rem; font-weight: 600; color: var(--soft); margin: 1.75rem 0 .5rem; }
.lead, .note { color: var(--soft); margin: .1rem 0 1rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .6rem; margin: 0; }
.tile { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .6rem .8rem; }
.tile dt { font-size: .8rem; color: var(--soft); }
.tile dd { margin: 0; font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.tile dd small { display: block; font-size: .75rem; font-weight: 400; color: var(--soft); }
details { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin-top: .6rem; }
summary { padding: .55rem .8rem; cursor: pointer; font-size: .9rem; }
.scroll { overflow-x: auto; padding: 0 .8rem .7rem; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 500; color: var(--soft); }
th, td { padding: .25rem .8rem .25rem 0; white-space: nowrap; }
td.number, th.number { text-align: right; }
tr > :last-child { padding-right: 0; }
td.grow { width: 40%; min-width: 5rem; }
@media (max-width: 34rem) { .grow { display: none; } }
.bar { width: 5rem; height: .35rem; display: inline-block; vertical-align: middle; margin-right: .4rem; border-radius: 2px; }
td .bar { width: 100%; }
.bar .track { fill: var(--track); } .bar .fill { fill: var(--fill); } .bar.full .fill { fill: var(--full); }
.empty { background: var(--card); border: 1px dashed var(--thread); border-radius: 14px; padding: 2rem 1.25rem; text-align: center; color: var(--soft); }
code { font: .85em ui-monospace, monospace; background: var(--ground); border: 1px solid var(--line); border-radius: 5px; padding: .05em .35em; overflow-wrap: anywhere; }
`;

/** The page's icon: three posts of a thread. */
export const PAGE_ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M8 2v12" stroke="#2f7dd1" stroke-width="2"/><g fill="#2f7dd1"><circle cx="8" cy="3" r="2.6"/><circle cx="8" cy="8" r="2.6"/><circle cx="8" cy="13" r="2.6"/></g></svg>';
