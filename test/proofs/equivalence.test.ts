import { carried } from '../../lib/equivalence/carried';
import { mismatches } from '../../lib/equivalence/equivalence';
import { readCompose } from '../../lib/equivalence/read-compose';
import { inFolder } from '../synthesis';
import { apps } from './apps';
import { projectIn, writtenInto } from './written-project';

/** Claim: whoever reads the Compose file learns of each workload what whoever reads the manifests learns of it. */
test.each(Object.entries(apps))(
  '%s: the Compose file read back is what Compose carries of the manifests',
  (_, define) => {
    inFolder((folder) => {
      const { reading } = writtenInto(folder, define);
      const found = mismatches(carried(reading), readCompose(projectIn(folder)));
      expect(found.map(({ place }) => place)).toEqual([]);
    });
  },
);
