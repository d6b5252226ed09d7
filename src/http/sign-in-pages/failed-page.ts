import { escapeHtml } from '../escape-html.ts';
import { pageFrame } from './page-frame.ts';

/** A failure of why401 itself. @param id under which its log has the reason */
export function failedPage(id: string): string {
  return pageFrame(
    'why401 failed',
    `<p>The sign-in stopped because of a fault in why401 or its store, not because of you.</p>
<p><strong>Go back to the chat and send “sign in” to try again.</strong> If it fails again, give this id to whoever runs why401: its log has the reason.</p>
<p><code>${escapeHtml(id)}</code></p>`,
  );
}
