import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Tesseract from 'tesseract.js';

/** Reads the words of one prepared picture, or of a band of it. Has a thread and some 80 MB of memory of its own. */
export interface WordReader {
  /** @param picture in any form that Leptonica reads */
  read(picture: Uint8Array): Promise<string>;
  /** The same picture as PNG. */
  toPng(picture: Uint8Array): Promise<Uint8Array>;
}

/** Everything comes from installed packages: nothing is loaded over the network, nothing is written to the disk. */
const installed = createRequire(import.meta.url);
const LANGUAGE = join(dirname(installed.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');
const WORKER = installed.resolve('tesseract.js/src/worker-script/node/index.js');
const CORE = dirname(createRequire(WORKER).resolve('tesseract.js-core/package.json'));

const PARAMETERS = {
  // Screens have windows, sidebars and columns of line numbers.
  tessedit_pageseg_mode: Tesseract.PSM.SINGLE_COLUMN,
  // What a letter of the prepared height amounts to; without it, it is guessed, and the guess is printed.
  user_defined_dpi: '200',
  debug_file: '/dev/null',
} as const;

const PNG_URL = 'data:image/png;base64,';

/** @throws where a package is missing or broken */
export async function openWordReader(): Promise<WordReader> {
  const worker = await started();
  await worker.setParameters(PARAMETERS);
  return {
    async read(picture) {
      const { data } = await worker.recognize(picture as unknown as Tesseract.ImageLike, {}, { text: true });
      return data.text;
    },
    async toPng(picture) {
      const output = { text: false, imageColor: true };
      const { data } = await worker.recognize(picture as unknown as Tesseract.ImageLike, {}, output);
      if (!data.imageColor?.startsWith(PNG_URL)) throw new TypeError('The picture was not written as PNG');
      return Buffer.from(data.imageColor.slice(PNG_URL.length), 'base64');
    },
  };
}

/** Of failures while starting tesseract.js tells its error handler only. */
function started(): Promise<Tesseract.Worker> {
  return new Promise((resolve, reject) => {
    Tesseract.createWorker('eng', Tesseract.OEM.LSTM_ONLY, {
      langPath: LANGUAGE,
      gzip: true,
      cacheMethod: 'none',
      workerPath: WORKER,
      corePath: CORE,
      errorHandler: (error: unknown) => reject(new Error('Tesseract did not start', { cause: error })),
    }).then(resolve, reject);
  });
}
