import { partsOf } from '../checks/image';

/** An image whose digest is not known, as the registry's answer has it, and what helps. */
export function unlockedImage(image: string, answer: string): string {
  const { fix } = causes.find(({ said }) => said.test(answer)) ?? { fix: () => 'once that is mended, the same again' };
  return `${image}: ${answer}.\n  Fix: ${fix(partsOf(image).registry)}.`;
}

interface Cause {
  readonly said: RegExp;
  /** Docker Hub has an empty name. */
  fix(registry: string): string;
}

/** The first that fits: registries that may not say which repositories they have call one that is not there forbidden. */
const causes: readonly Cause[] = [
  {
    said: /denied|unauthori[sz]ed|authorization|forbidden|\b40[13]\b|credentials/i,
    fix: (registry) => `log in as somebody who may pull it: ${`docker login ${registry}`.trim()}; or mend its name`,
  },
  { said: /not found|(manifest|name) unknown/i, fix: () => 'push it first; or mend its name or its tag' },
  {
    said: /no such host|connection refused|timeout|no answer|unreachable|no route/i,
    fix: (registry) => `let this machine reach ${registry || 'Docker Hub'}; or mend the name`,
  },
  { said: /no docker/, fix: () => 'install it, or put it on the PATH' },
];
