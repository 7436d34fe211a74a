import { apps } from './apps';
import { writtenInto } from './written-project';

/*
 * In a process of its own: writes an app into a folder, on a machine whose clock and file permissions are others.
 *   tsx write-app.ts <app> <folder> <hours later> <umask>
 */
const [name = '', folder = '', later = '0', mask = '22'] = process.argv.slice(2);

const now = Date.now;
Date.now = () => now() + Number(later) * 3_600_000;
process.umask(Number.parseInt(mask, 8));

const define = apps[name];
if (!define) throw new Error(`no app ${name}`);
writtenInto(folder, define);
