import { execFileSync } from 'node:child_process';
import { carried } from '../../lib/equivalence/carried';
import { mapIn } from '../../lib/equivalence/compose-words';
import { mismatches } from '../../lib/equivalence/equivalence';
import { interpolatedValues } from '../../lib/equivalence/interpolated';
import { readCompose } from '../../lib/equivalence/read-compose';
import { apps } from '../proofs/apps';
import { projectIn, writtenInto } from '../proofs/written-project';
import { inFolder } from '../synthesis';

/** Claim: what Compose itself makes of the file is what Compose carries of the manifests. No engine is asked for it. */
test.each(Object.entries(apps))('%s: docker compose config is what Compose carries of the manifests', (_, define) => {
  inFolder((folder) => {
    const { reading } = writtenInto(folder, define);
    const args = ['compose', '--profile', '*', 'config', '--format', 'json'];
    const config = execFileSync('docker', args, { cwd: folder, encoding: 'utf8' });
    const file = mapIn(interpolatedValues(JSON.parse(config)));
    const found = mismatches(carried(reading), readCompose({ ...projectIn(folder), file }));
    const places = found.map(({ place }) => place).filter((place) => !unsaid.test(place));
    expect(places).toEqual([]);
  });
});

/** `docker compose config` leaves out a `false`, though its own default is `true`. */
const unsaid = /\/other\/bind\/create_host_path$/;
