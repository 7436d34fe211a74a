import { places } from '../platform';
import type { Question } from '../question';

const forms = ['', '.orders', '.orders.svc', '.orders.svc.cluster.local'];
const mongo = namesOf('mongo', 'mongo-headless', 'mongo-0.mongo-headless');
const api = namesOf('api');

export function askAboutHostNames(question: Question): void {
  question('the API resolves each form of its own and of the database’s names', async ({ platform }) => {
    const unknown = await platform.inside(places.api, ({ sh }) =>
      sh(withoutAnswer([...mongo, ...api], 'getent hosts $name >/dev/null')),
    );
    expect(unknown).toBe('');
  });

  question('the database answers the API under each form of its names', async ({ platform }) => {
    const silent = await platform.inside(places.api, ({ sh }) =>
      sh(withoutAnswer(mongo, 'timeout 3 bash -c "</dev/tcp/$name/27017"')),
    );
    expect(silent).toBe('');
  });
}

function namesOf(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => forms.map((form) => name + form));
}

/** A script that prints the names for which the command fails. */
function withoutAnswer(names: readonly string[], command: string): string {
  return `for name in ${names.join(' ')}; do ${command} || echo $name; done`;
}
