import { carried } from '../../lib/equivalence/carried';
import { mismatches } from '../../lib/equivalence/equivalence';
import { readCompose } from '../../lib/equivalence/read-compose';
import { inFolder } from '../synthesis';
import { apps } from './apps';
import { projectIn, writtenInto } from './written-project';

/** Claim: whoever reads the Compose file learns of each workload what whoever reads the manifests learns of it. */
test.each(Object.entries(apps))(
  '%s: the Compose file read back is what Compose carries of the manifests',
  (name, define) => {
    inFolder((folder) => {
      const { reading } = writtenInto(folder, define);
      const found = mismatches(carried(reading), readCompose(projectIn(folder)));
      expect(found.map(({ place }) => place)).toEqual(known[name] ?? []);
    });
  },
);

/** Where the two are not the same, and why that is so. Each is told among the differences. */
const known: Readonly<Record<string, readonly string[]>> = {
  // One file of a ConfigMap, mounted twice with two modes: it is one file of the laptop, and has the more open one.
  twoContainers: ['services/site/mounts/~1www~1index.html/executable'],
};
