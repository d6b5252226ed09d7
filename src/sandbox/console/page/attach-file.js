import { post } from './api.js';
import { byId, element } from './element.js';

const LARGEST = 11 * 1024 * 1024;

/**
 * Lets a person attach files and pictures to the message they write: by the button, by dropping, by pasting a picture.
 *
 * @param {(words: string) => void} onProblem
 */
export function attachFile(onProblem) {
  let chosen = [];
  const list = element('ul', { className: 'attached', hidden: true });
  const picker = element('input', { type: 'file', multiple: true, hidden: true });
  const label = 'Attach a file or a picture';
  const open = () => picker.click();
  const button = element(
    'button',
    { type: 'button', className: 'quiet attach', title: label, 'aria-label': label, onclick: open },
    '+',
  );
  const row = byId('compose').querySelector('.compose-row');
  row.before(list);
  row.prepend(button, picker);

  function add(files) {
    for (const file of files) {
      if (file.size > LARGEST) onProblem(`${file.name} is larger than 11 MiB.`);
      else chosen.push(file);
    }
    draw();
  }

  function draw() {
    list.hidden = chosen.length === 0;
    list.replaceChildren(
      ...chosen.map((file) => {
        const drop = () => {
          chosen = chosen.filter((other) => other !== file);
          draw();
        };
        const remove = element('button', { type: 'button', 'aria-label': `Remove ${file.name}`, onclick: drop }, '×');
        return element('li', {}, file.name, remove);
      }),
    );
  }

  picker.addEventListener('change', () => {
    add(picker.files);
    picker.value = '';
  });
  byId('text').addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  });
  byId('compose').addEventListener('dragover', (event) => event.preventDefault());
  byId('compose').addEventListener('drop', (event) => {
    event.preventDefault();
    add(event.dataTransfer?.files ?? []);
  });

  return {
    any: () => chosen.length > 0,
    /** Hands the files to the sandbox. @returns their ids */
    async take() {
      const files = chosen;
      chosen = [];
      draw();
      const ids = [];
      for (const file of files) {
        try {
          const content = await base64Of(file);
          ids.push((await post('/api/chat/attachment', { name: file.name, type: file.type, content })).id);
        } catch (error) {
          onProblem(error.message);
        }
      }
      return ids;
    },
  };
}

function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(new Error(`${file.name} could not be read.`));
    reader.readAsDataURL(file);
  });
}
