import fc from 'fast-check';

/**
 * Property tests draw the same samples in every run: a change is judged by itself, not by luck.
 * `PROPERTY_SEED=random npm test` draws others, `PROPERTY_SEED=<number>` those of a run that failed.
 */
const seed = process.env.PROPERTY_SEED ?? '401';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
