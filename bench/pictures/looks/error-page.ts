import type { Theme } from '../chosen-pastes.ts';
import { escaped } from './escaped.ts';

const COLOURS = {
  light: { page: '#f2f2f2', box: '#ffffff', text: '#1b1b1b', quiet: '#616161', panel: '#f2f2f2', link: '#0067b8' },
  dark: { page: '#11100f', box: '#1b1a19', text: '#ffffff', quiet: '#d2d0ce', panel: '#292827', link: '#6cb8f6' },
} as const;

/** The page on which a sign-in at Entra ID ends: heading, apology, the message, and the details for an administrator. */
export function errorPage(paste: string, theme: Theme): string {
  const colour = COLOURS[theme];
  const message = paste.trim();
  return `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; background: ${colour.page}; font: 15px/20px 'Segoe UI', 'Liberation Sans', Arial, sans-serif; color: ${colour.text}; }
  main { width: 760px; margin: 40px auto; padding: 36px 44px; background: ${colour.box}; box-shadow: 0 2px 6px rgba(0, 0, 0, .2); }
  .brand { font-size: 18px; color: ${colour.quiet}; font-weight: 600; }
  h1 { font-size: 24px; line-height: 28px; font-weight: 600; margin: 16px 0 12px; }
  p { margin: 0 0 12px; white-space: pre-wrap; overflow-wrap: anywhere; }
  section { background: ${colour.panel}; padding: 12px 16px; font-size: 13px; line-height: 18px; color: ${colour.quiet}; }
  section b { color: ${colour.text}; display: block; font-size: 15px; margin-bottom: 6px; }
  a { color: ${colour.link}; }
</style><main>
  <div class="brand">Microsoft</div>
  <h1>Sign in</h1>
  <p>Sorry, but we’re having trouble signing you in.</p>
  <p>${escaped(message)}</p>
  <section><b>Troubleshooting details</b>If you contact your administrator, send this info to them.<br>
  <a>Copy info to clipboard</a><br>
  Flag sign-in errors for review: <a>Enable flagging</a><br>
  If you plan on getting help for this problem, enable flagging and try to reproduce the error within 20 minutes.</section>
</main>`;
}
