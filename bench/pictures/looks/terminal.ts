import type { Theme } from '../chosen-pastes.ts';
import { escaped } from './escaped.ts';

const COLOURS = {
  light: { page: '#ffffff', bar: '#e8e8e8', text: '#383a42', error: '#c50f1f', prompt: '#0451a5' },
  dark: { page: '#0c0c0c', bar: '#2d2d2d', text: '#cccccc', error: '#f14c4c', prompt: '#3a96dd' },
} as const;

/** What a shell shows: a prompt, the output with the lines of errors in red, the prompt again. */
export function terminal(paste: string, theme: Theme): string {
  const colour = COLOURS[theme];
  const lines = paste
    .replace(/\s+$/, '')
    .split('\n')
    .map((line) => {
      const text = escaped(line);
      return /error|exception|AADSTS|denied|unauthorized/i.test(line) ? `<span class="error">${text}</span>` : text;
    });
  return `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; background: ${colour.page}; color: ${colour.text}; }
  header { background: ${colour.bar}; font: 12px/32px 'Segoe UI', 'Liberation Sans', Arial, sans-serif; padding-left: 14px; }
  pre { margin: 10px 14px 24px; font: 14px/19px 'Cascadia Mono', 'DejaVu Sans Mono', monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
  .error { color: ${colour.error}; }
  .prompt { color: ${colour.prompt}; }
</style><header>Terminal</header><pre><span class="prompt">~/calendar-sync $</span> ./run
${lines.join('\n')}
<span class="prompt">~/calendar-sync $</span> </pre>`;
}
