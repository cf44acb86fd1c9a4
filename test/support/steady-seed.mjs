import fc from 'fast-check';

/**
 * Property tests draw the same examples in every run, so that what a run says depends on the code alone. To look further,
 * `LITSHELF_SEED=random LITSHELF_RUNS=20 npm run test:unit` draws others, and more of them; a failure names its seed.
 */
const seed = process.env.LITSHELF_SEED ?? '20261121';
if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
