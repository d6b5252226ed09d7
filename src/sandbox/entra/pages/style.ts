/** One style sheet for all pages, light and dark. The first button of a form is the one that Enter presses. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ground: #eef1f5; --ink: #1b1a19; --soft: #5c5a57; --line: #d3d1ce;
  --accent: #0f5ea8; --on-accent: #fff; --bad: #a4262c; --bad-paper: #fdf3f4; --mark: #fff4ce; --mark-ink: #4d3800; }
@media (prefers-color-scheme: dark) { :root { --paper: #252423; --ground: #161514; --ink: #f3f2f1; --soft: #b8b5b1;
  --line: #4a4846; --accent: #6cb8f6; --on-accent: #10202e; --bad: #f1888d; --bad-paper: #3a2224; --mark: #433519; --mark-ink: #ffe9a8; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink);
  font: 15px/1.45 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif; }
.mark { margin: 0; padding: 8px 16px; background: var(--mark); color: var(--mark-ink); text-align: center; font-size: 13px; }
main { width: min(440px, calc(100vw - 32px)); margin: 5vh auto 40px; padding: 30px 40px 34px; background: var(--paper);
  border: 1px solid var(--line); border-radius: 4px; box-shadow: 0 2px 8px rgb(0 0 0 / 12%); }
.brand { display: flex; align-items: center; gap: 10px; margin: 0 0 18px; color: var(--soft); font-weight: 600; }
.tiles { width: 20px; height: 20px; border-radius: 4px; background: linear-gradient(135deg, #0f5ea8, #37b2a5); }
h1 { margin: 0 0 10px; font-size: 24px; line-height: 1.2; font-weight: 600; }
p { margin: 0 0 12px; }
.soft { color: var(--soft); }
.who { display: inline-block; margin-bottom: 12px; padding: 2px 10px; border: 1px solid var(--line); border-radius: 99px; font-size: 14px; }
.problem { padding: 10px 12px; background: var(--bad-paper); border-left: 3px solid var(--bad); color: var(--bad); overflow-wrap: anywhere; }
label { display: block; margin: 0 0 4px; font-size: 14px; color: var(--soft); }
input[type=text], input[type=email], input[type=password] { width: 100%; margin: 0 0 14px; padding: 8px 10px; font: inherit;
  color: inherit; background: transparent; border: 1px solid var(--soft); border-radius: 2px; }
button { font: inherit; cursor: pointer; border-radius: 2px; }
.row { display: flex; justify-content: flex-end; gap: 8px; margin-top: 18px; }
.reverse { flex-direction: row-reverse; justify-content: flex-start; }
.main, .other { min-width: 108px; padding: 7px 14px; border: 1px solid transparent; }
.main { background: var(--accent); color: var(--on-accent); font-weight: 600; }
.other { background: transparent; color: inherit; border-color: var(--soft); }
button:focus-visible, input:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.people { display: grid; gap: 6px; margin: 0; padding: 0; list-style: none; }
.person { display: flex; align-items: center; gap: 12px; width: 100%; padding: 5px 10px; text-align: left; color: inherit;
  background: transparent; border: 1px solid var(--line); border-radius: 4px; }
.person:hover { border-color: var(--accent); }
.face { flex: none; display: grid; place-items: center; width: 34px; height: 34px; border-radius: 50%;
  background: var(--accent); color: var(--on-accent); font-weight: 600; font-size: 13px; }
.person b { display: block; font-weight: 600; }
.person small { color: var(--soft); overflow-wrap: anywhere; }
.kind { margin-left: auto; padding-left: 8px; white-space: nowrap; }
hr { margin: 18px 0; border: 0; border-top: 1px solid var(--line); }
.scopes { margin: 0 0 16px; padding: 0; list-style: none; border-top: 1px solid var(--line); }
.scopes li { padding: 10px 0; border-bottom: 1px solid var(--line); }
.scopes small { display: block; color: var(--soft); overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 12px; margin: 0; font-size: 13px; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
h2 { margin: 20px 0 8px; font-size: 15px; }
a { color: var(--accent); }
@media (max-width: 480px) { main { padding: 24px 20px; } }
`;
